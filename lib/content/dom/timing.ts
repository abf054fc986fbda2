import { readyStateOf, viewOf } from './native.ts';

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

/**
 * How old a page that is still being read may grow before it is looked at as it stands, and how long its scripts have
 * after it has been read, if it is still fetching then; milliseconds. Browsers themselves would wait without end:
 * for a frame whose server never answers, Firefox for an image as well.
 */
const READ_MS = 2000;

const SCRIPTS_MS = 200;

const LOOK_MS = 20;

/** Resolves when the page has loaded, or has had its time to. */
export async function settled(document: Document): Promise<void> {
  const view = viewOf(document);
  while (view && readyStateOf(document) !== 'complete' && view.performance.now() < limitFor(view)) {
    await nextTask(LOOK_MS);
  }
}

/** The age of the document at which it is looked at in any case. */
function limitFor({ performance }: Window): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const readAt = navigation?.domContentLoadedEventEnd;
  return readAt ? readAt + SCRIPTS_MS : READ_MS;
}
