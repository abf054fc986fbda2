import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FrameState } from '../../lib/content/fill/fill-state.ts';
import { createFrameApi, type FrameGlobals } from '../../lib/content/frame-api.ts';

/** What jsdom can reach: open shadow roots, and no menus. */
export const OPEN_REACH = {
  elementNamed: () => null,
  openShadow: (element: Element) => element.shadowRoot,
};

/** A tab whose only frame is this test's own document, with the real content code behind a fake `executeScript`. */
export function openFakeTab(html: string): void {
  document.body.innerHTML = html;
  const scope = globalThis as FrameGlobals;
  const memory: FrameState = {};
  fakeBrowser.scripting.executeScript = vi.fn(async ({ files, func, args }) => {
    if (files) {
      scope.passmint = createFrameApi(document, OPEN_REACH, memory);
      return [{ frameId: 0, result: await scope.passmint.survey({ hint: 'nothing' }) }];
    }
    // Chromium drops nulls from what it hands over.
    const handed = args?.map((arg: unknown) =>
      JSON.parse(JSON.stringify(arg), (_, value) => value ?? undefined),
    );
    return [{ frameId: 0, result: await func(...(handed ?? [])) }];
  }) as never;
}

/** A tab that no extension may enter. */
export function openForbiddenTab(): void {
  fakeBrowser.scripting.executeScript = vi.fn(async () => {
    throw new Error('Cannot access a chrome:// URL');
  }) as never;
}
