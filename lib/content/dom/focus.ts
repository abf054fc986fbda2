import type { FrameContext } from './frame-context.ts';
import { activeIn, focusOn, hasFocus, localNameOf, viewOf } from './native.ts';

/** The focused element, looked for through shadow roots, open and closed. */
export function focusedElement({ document, openShadow }: FrameContext): Element | null {
  let active = activeIn(document);
  for (;;) {
    const root = active && openShadow(active);
    const inner = root && activeIn(root);
    if (!inner) return active;
    active = inner;
  }
}

/** Whether elements of this name show a document of its own, which then holds the focus. */
export const isFrameName = (localName: string): boolean => /^(i?frame|object|embed)$/i.test(localName);

export const isFrame = (element: Element | null): boolean =>
  element !== null && isFrameName(localNameOf(element));

/** Where the person's focus and scroll position are, to be given back after a fill. */
export interface FocusSnapshot {
  /** Whether the focus can be borrowed: another frame's could not be given back to the place where it was. */
  readonly mayBorrow: boolean;
  restore(): void;
}

/** Notes where the person is. */
export function saveFocus(here: FrameContext): FocusSnapshot {
  const { document } = here;
  const view = viewOf(document);
  const holder = focusedElement(here);
  const { scrollX = 0, scrollY = 0 } = view ?? {};
  return {
    mayBorrow: !isFrame(holder) && (hasFocus(document) || view === view?.top),
    restore() {
      if (holder?.isConnected && focusedElement(here) !== holder) focusOn(holder);
      if (view && (view.scrollX !== scrollX || view.scrollY !== scrollY))
        view.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    },
  };
}
