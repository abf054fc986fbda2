import { viewOf } from './native.ts';

/** Resolves in a later task, with all that the page has queued as microtasks done. No tab in the background holds it up. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** Resolves after `ms` milliseconds; browsers make it a second in a tab in the background, once. */
export function pause(document: Document, ms: number): Promise<void> {
  const view = viewOf(document);
  return new Promise((resolve) => {
    if (view) view.setTimeout(resolve, ms);
    else resolve(); // the frame has gone
  });
}
