import { readyStateOf, viewOf } from './native.ts';
import { nextTask } from './pause.ts';

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
