import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFrameApi, FRAME_KEY, type FrameGlobals } from '../../lib/content/frame-api.ts';

/** The only shadow roots that jsdom gives access to are open ones. */
export const OPEN_ROOTS = {
  elementNamed: () => null,
  openShadow: (element: Element) => element.shadowRoot,
};

/**
 * Opens a tab whose only frame is the test's document; a fake `executeScript` runs the real content code in
 * it.
 */
export function openFakeTab(html: string): void {
  document.body.innerHTML = html;
  const globals = globalThis as FrameGlobals;
  const state = {};
  fakeBrowser.scripting.executeScript = vi.fn(async ({ files, func, args }) => {
    if (files) {
      const api = createFrameApi(document, OPEN_ROOTS, state);
      globals[FRAME_KEY] = api;
      return [{ frameId: 0, result: await api.survey({ hint: 'nothing' }) }];
    }
    // Chromium drops `null` from arguments.
    const received = args?.map((arg: unknown) =>
      JSON.parse(JSON.stringify(arg), (_, value) => value ?? undefined),
    );
    return [{ frameId: 0, result: await func(...(received ?? [])) }];
  }) as never;
}

/** Opens a tab that no extension can access. */
export function openForbiddenTab(): void {
  fakeBrowser.scripting.executeScript = vi.fn(async () => {
    throw new Error('Cannot access a chrome:// URL');
  }) as never;
}
