import { browser } from 'wxt/browser';

/** What a frame answered. */
export interface FrameReply<T> {
  readonly frameId: number;
  readonly result: T;
}

const FILL_SCRIPT = '/fill.js';

/** One frame of a tab, or every frame that the click has opened. */
export interface FramePlace {
  readonly tabId: number;
  readonly frameId?: number | undefined;
}

/**
 * Injects the fill script, and gives what it says of each frame. Does not wait for a page to load, which may have no
 * end: the script has to. Rejects where no extension may go (browser pages, stores, PDFs) and when the tab or
 * frame is gone.
 */
export async function injectFillScript<T>(place: FramePlace): Promise<FrameReply<T>[]> {
  const enter = () => browser.scripting.executeScript({ ...injectionInto(place), files: [FILL_SCRIPT] });
  return repliesOf(await onceGranted(enter));
}

/** Calls a function of the fill script in documents that it has entered. Rejects as `enterFrames` does. */
export async function callFrames<T>(
  place: FramePlace,
  name: string,
  request: unknown,
): Promise<FrameReply<T>[]> {
  const replies = await browser.scripting.executeScript({
    ...injectionInto(place),
    func: (name: string, request: unknown) =>
      (globalThis as { passmint?: Record<string, (request: unknown) => unknown> }).passmint?.[name]?.(
        request,
      ),
    args: [name, request],
  });
  return repliesOf(replies);
}

/** Whether one frame still shows a document that the script has entered. Rejects as `enterFrames` does. */
export async function isInjected(place: FramePlace): Promise<boolean> {
  const [reply] = await browser.scripting.executeScript({
    ...injectionInto(place),
    func: () => 'passmint' in globalThis,
  });
  return reply?.result === true;
}

function injectionInto({ tabId, frameId }: FramePlace) {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  return { target, injectImmediately: true };
}

/** The answers of the frames that gave one. */
function repliesOf<T>(replies: readonly { readonly frameId: number; readonly result?: unknown }[]) {
  return replies.flatMap(({ frameId, result }): FrameReply<T>[] =>
    result ? [{ frameId, result: result as T }] : [],
  );
}

/** How often, and how many milliseconds apart, a call is made again that came before its grant. */
const TRIES = 20;
const PAUSE_MS = 10;

/**
 * Makes a call that needs `activeTab`. Chromium can report a gesture before its grant has reached the place where it
 * is checked (seen in 156, in a quarter of the first gestures in a fresh tab; there one more try was always enough).
 */
async function onceGranted<T>(call: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await call();
    } catch (error) {
      if (left === 0 || !String(error).includes('Cannot access contents of')) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
