import { readyStateOf, viewOf } from './native.ts';

/**
 * Resolves in a later task after `delay` milliseconds, when the page's queued microtasks have run. Background
 * tabs do not throttle it. Its priority lets it overtake the page's own tasks, such as those of a thousand
 * loading frames.
 */
export function nextTask(delay = 0): Promise<void> {
  return scheduler.postTask(() => {}, { priority: 'user-blocking', delay });
}

/**
 * Resolves after `ms` milliseconds in the page's own order of tasks. In a background tab browsers stretch it
 * to a second.
 */
export function pause(document: Document, ms: number): Promise<void> {
  const view = viewOf(document);
  return new Promise((resolve) => {
    if (view) view.setTimeout(resolve, ms);
    else resolve(); // The frame has gone.
  });
}

/** Age at which a page that is still being parsed is read as it is, in milliseconds. */
const MAX_PARSE_MS = 2000;
/** Time that scripts have after parsing, in milliseconds, while the page is still loading. */
const SCRIPTS_MS = 200;
/** Interval between two checks of the page's state, in milliseconds. */
const POLL_MS = 20;

/**
 * Resolves when the page has loaded or its time is up. A limit is needed because browsers wait without end
 * for a frame whose server never answers; Firefox does so for an image as well.
 */
export async function settled(document: Document): Promise<void> {
  const view = viewOf(document);
  while (view && readyStateOf(document) !== 'complete' && view.performance.now() < limitFor(view)) {
    await nextTask(POLL_MS);
  }
}

/** Returns the document's age, in milliseconds, at which waiting ends. */
function limitFor({ performance }: Window): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const parsedAt = navigation?.domContentLoadedEventEnd;
  return parsedAt ? parsedAt + SCRIPTS_MS : MAX_PARSE_MS;
}
