import { browser } from 'wxt/browser';

/** What a frame answered. */
export interface FrameReply<T> {
  readonly frameId: number;
  readonly result: T;
}

const FILL_SCRIPT = '/fill.js';

/**
 * Injects the fill script and calls one of its functions, in one frame or in every frame that the click has opened.
 * Rejects where no extension may go (browser pages, stores, PDFs) and when the tab or frame is gone.
 */
export async function callFrames<T>(
  { tabId, frameId }: { readonly tabId: number; readonly frameId?: number },
  name: string,
  request: unknown,
): Promise<FrameReply<T>[]> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  await onceGranted(() => browser.scripting.executeScript({ target, files: [FILL_SCRIPT] }));
  const replies = await browser.scripting.executeScript({
    target,
    func: (name: string, request: unknown) =>
      (globalThis as { passmint?: Record<string, (request: unknown) => unknown> }).passmint?.[name]?.(
        request,
      ),
    args: [name, request],
  });
  return replies.flatMap(({ frameId, result }) => (result ? [{ frameId, result: result as T }] : []));
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
