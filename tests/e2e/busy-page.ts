import type { PageServer } from '../support/page-server.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';

/**
 * Opens a page that can be kept busy: it shares memory with its worker, which browsers allow only for pages
 * that are isolated from other origins.
 */
export const openIsolated = (browser: TestBrowser, pages: PageServer, name: string): Promise<TestPage> =>
  browser.open(`${pages.url}${name}?isolated`);

/**
 * Blocks the thread of a page from `openIsolated`, and returns a function that ends it. A loop is what blocks
 * it in Firefox, which runs scripts of extensions while a page waits for a synchronous request.
 */
export async function keepBusy(page: TestPage, pages: PageServer): Promise<() => void> {
  const held = pages.held();
  await page.evaluate(async () => {
    const isOver = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker('/wait-for-held.js');
    await new Promise((resolve) => {
      worker.onmessage = resolve;
      worker.postMessage(isOver);
    });
    setTimeout(() => {
      while (Atomics.load(isOver, 0) === 0);
      worker.terminate();
    });
  });
  return held;
}
