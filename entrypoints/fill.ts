import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createFrameApi, type FrameGlobals } from '../lib/content/frame-api.ts';

/** What the browsers' own API gives beyond the DOM; no polyfill is needed for two calls. */
interface Apis {
  /** Firefox alone can say which element was right-clicked. */
  browser?: { menus?: { getTargetElement?(id: number): Element | null } };
  chrome?: { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };
}
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

// Injected on demand into one frame. An unlisted script and not a content script of WXT's, whose wrapper announces
// itself to the page by an event.
export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as FrameGlobals & Apis;
  scope.passmintMemory ??= {};
  const reach = {
    elementNamed: (id: number) => scope.browser?.menus?.getTargetElement?.(id) ?? null,
    openShadow: (element: Element) =>
      (element as FirefoxElement).openOrClosedShadowRoot ??
      // Chromium's throws for elements of other kinds, which can have no shadow root.
      (element instanceof HTMLElement ? scope.chrome?.dom?.openOrClosedShadowRoot(element) : null) ??
      element.shadowRoot,
  };
  scope.passmint = createFrameApi(document, reach, scope.passmintMemory);
  // What the injection gives back: a call of its own takes long in a page that is busy.
  return scope.passmint.survey({ hint: 'nothing' });
});
