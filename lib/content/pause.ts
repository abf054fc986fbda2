import { viewOf } from './native.ts';

/**
 * Resolves in a later task, with all that the page has queued as microtasks done, after `delay` milliseconds. No tab in
 * the background holds it up, and in a page that is busy (with a thousand frames that load, say) it does not wait
 * for its turn.
 */
export function nextTask(delay = 0): Promise<void> {
  return scheduler.postTask(() => {}, { priority: 'user-blocking', delay });
}

/** Resolves after `ms` milliseconds, in the page's turn; browsers make it a second in a tab in the background, once. */
export function pause(document: Document, ms: number): Promise<void> {
  const view = viewOf(document);
  return new Promise((resolve) => {
    if (view) view.setTimeout(resolve, ms);
    else resolve(); // the frame has gone
  });
}
