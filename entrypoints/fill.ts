import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type DoorScope, frameDoor } from '../lib/content/door.ts';

/** Firefox alone can say which element was right-clicked; no polyfill is needed for one call. */
type Menus = { browser?: { menus?: { getTargetElement?(id: number): Element | null } } };

// Injected on demand into one frame. An unlisted script and not a content script of WXT's, whose wrapper announces
// itself to the page by an event.
export default defineUnlistedScript(() => {
  const scope = globalThis as DoorScope & Menus;
  scope.passmint = frameDoor(document, (id) => scope.browser?.menus?.getTargetElement?.(id) ?? null);
});
