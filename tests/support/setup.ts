import { locks } from 'node:worker_threads';
import { options } from 'preact';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillFakeBrowser } from './fake-browser.ts';
import { simulateLayout } from './layout.ts';

// Preact runs effects after the next frame, which may come when the test's window is gone already.
options.requestAnimationFrame = queueMicrotask;

// jsdom has none; every browser that Passmint runs in has.
globalThis.scheduler ??= {
  postTask: (act: () => void, { delay = 0 }) =>
    new Promise((resolve) => setTimeout(() => resolve(act()), delay)),
} as never;

// jsdom lacks the Web Locks API; Node has it.
if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: locks });

// jsdom does not judge how a page was loaded; every browser does, and counts loopback as secure.
if (!('isSecureContext' in globalThis)) Object.assign(globalThis, { isSecureContext: true });

beforeEach(() => {
  fakeBrowser.reset();
  fillFakeBrowser();
  if (typeof document !== 'undefined') simulateLayout();
});

// A wait ends as soon as it can; a busy machine may take longer than the library's one second.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 15_000 });
}
