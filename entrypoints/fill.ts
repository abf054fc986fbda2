import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createFrameApi, FRAME_KEY, type FrameGlobals } from '../lib/content/frame-api.ts';

/** The two functions of the extension API that the script calls, too few for a polyfill. */
interface ExtensionApis {
  /** Only Firefox can return the element that was right-clicked. */
  browser?: { menus?: { getTargetElement?(id: number): Element | null } };
  chrome?: { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };
}
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

// Injected on demand into one frame. It is an unlisted script, because WXT wraps a content script in code
// that announces itself to the page with an event.
export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as FrameGlobals & ExtensionApis;
  const capabilities = {
    elementNamed: (id: number) => scope.browser?.menus?.getTargetElement?.(id) ?? null,
    openShadow: (element: Element) =>
      (element as FirefoxElement).openOrClosedShadowRoot ??
      // Chromium throws for elements other than HTML, which cannot have a shadow root.
      (element instanceof HTMLElement ? scope.chrome?.dom?.openOrClosedShadowRoot(element) : null) ??
      element.shadowRoot,
  };
  const api = createFrameApi(document, capabilities, scope[FRAME_KEY]?.state);
  scope[FRAME_KEY] = api;
  // The injection returns this survey, because a separate call takes long in a busy page.
  return api.survey({ hint: 'nothing' });
});
