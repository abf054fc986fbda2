import { browser } from 'wxt/browser';

/** What a call returned in one frame. */
export interface FrameReply<T> {
  readonly frameId: number;
  /** The browser's id of the document in that frame; Firefox gives one from 153 on. */
  readonly documentId?: string;
  readonly result: T;
}

const FILL_SCRIPT = '/fill.js';

/** One frame of a tab, or every frame that the extension may access. */
export interface FrameTarget {
  readonly tabId: number;
  readonly frameId?: number | undefined;
  /** The only document that may be reached in that frame, if the browser has given its id. */
  readonly documentId?: string | undefined;
}

/**
 * Injects the fill script and returns its report of each frame. Does not wait for the page to load, because
 * loading may never end; the script waits as long as it has to. Rejects where no extension has access
 * (browser pages, stores, PDFs) and when the tab or frame is gone.
 */
export async function injectFillScript<T>(target: FrameTarget): Promise<FrameReply<T>[]> {
  const inject = () => browser.scripting.executeScript({ ...injectionInto(target), files: [FILL_SCRIPT] });
  return repliesOf(await retryUntilGranted(inject));
}

/** Calls a function of the fill script where it is injected. Rejects as `injectFillScript` does. */
export async function callFrames<T>(
  target: FrameTarget,
  name: string,
  request: unknown,
): Promise<FrameReply<T>[]> {
  const replies = await browser.scripting.executeScript({
    ...injectionInto(target),
    func: (name: string, request: unknown) =>
      (globalThis as unknown as Api)[Symbol.for('passmint')]?.[name]?.(request),
    args: [name, request],
  });
  return repliesOf(replies);
}

/** The fill script's `FRAME_KEY`, which has to be spelt out, because a function is injected by its text. */
type Api = Readonly<Record<symbol, Record<string, (request: unknown) => unknown> | undefined>>;

/** Whether one frame still shows a document with the script. Rejects as `injectFillScript` does. */
export async function isInjected(target: FrameTarget): Promise<boolean> {
  const [reply] = await browser.scripting.executeScript({
    ...injectionInto(target),
    func: () => Symbol.for('passmint') in globalThis,
  });
  return reply?.result === true;
}

/**
 * A value that tells the document of one frame from every other that the frame shows; the browser's own ids
 * of documents are missing in Firefox before 153. Rejects as `injectFillScript` does.
 */
export async function documentIn({ tabId, frameId = 0, documentId }: FrameTarget): Promise<unknown> {
  const injection = injectionInto({ tabId, frameId, documentId });
  const [reply] = await retryUntilGranted(() =>
    browser.scripting.executeScript({ ...injection, func: () => performance.timeOrigin }),
  );
  return reply?.result;
}

/**
 * Whether an injection was rejected because a policy of the organization closes the page to extensions. Only
 * Chromium says so (seen in 156); Firefox rejects as it does for its own pages.
 */
export function isClosedByPolicy(error: unknown): boolean {
  return String(error).includes('ExtensionsSettings policy');
}

function injectionInto({ tabId, frameId, documentId }: FrameTarget) {
  const one = documentId === undefined ? { frameIds: [frameId ?? 0] } : { documentIds: [documentId] };
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, ...one };
  return { target: target as { tabId: number }, injectImmediately: true };
}

/** The replies of the frames that returned a result. */
function repliesOf<T>(replies: readonly InjectionReply[]) {
  return replies.flatMap(({ frameId, documentId, result }): FrameReply<T>[] =>
    result ? [{ frameId, ...(documentId && { documentId }), result: result as T }] : [],
  );
}

interface InjectionReply {
  readonly frameId: number;
  readonly documentId?: string;
  readonly result?: unknown;
}

const GRANT_RETRIES = 20;
const GRANT_RETRY_MS = 10;

/**
 * Makes a call that needs `activeTab`, and retries it while the grant is missing. Chromium can report a
 * gesture before its grant reaches the process that checks it (seen in 156, in a quarter of the first
 * gestures in a fresh tab; one retry was always enough).
 */
async function retryUntilGranted<T>(call: () => Promise<T>): Promise<T> {
  for (let left = GRANT_RETRIES; ; left--) {
    try {
      return await call();
    } catch (error) {
      if (left === 0 || !String(error).includes('Cannot access contents of')) throw error;
      await new Promise((resolve) => setTimeout(resolve, GRANT_RETRY_MS));
    }
  }
}
