import type { FrameContext } from './frame-context.ts';
import { activeIn, focusOn, hasFocus, localNameOf, viewOf } from './native.ts';

/** Finds the focused element through shadow roots, open and closed. */
export function focusedElement({ document, openShadow }: FrameContext): Element | null {
  let active = activeIn(document);
  for (;;) {
    const root = active && openShadow(active);
    const inner = root && activeIn(root);
    if (!inner) return active;
    active = inner;
  }
}

/** Whether elements with this name show a document of their own, which can hold the focus. */
export const isFrameName = (localName: string): boolean => /^(i?frame|object|embed)$/i.test(localName);

/** Whether the element shows a document of its own. */
export const isFrame = (element: Element | null): boolean =>
  element !== null && isFrameName(localNameOf(element));

/** The person's focus and scroll position, to be restored after a fill. */
export interface FocusSnapshot {
  /**
   * Whether a fill may take the focus. It may not while a frame has it, because the place in there is lost.
   */
  readonly mayBorrow: boolean;
  /** Puts focus and scroll position back. */
  restore(): void;
}

/** Saves the person's focus and scroll position. */
export function saveFocus(context: FrameContext): FocusSnapshot {
  const { document } = context;
  const view = viewOf(document);
  const focused = focusedElement(context);
  const { scrollX = 0, scrollY = 0 } = view ?? {};
  return {
    mayBorrow: !isFrame(focused) && (hasFocus(document) || view === view?.top),
    restore() {
      if (focused?.isConnected && focusedElement(context) !== focused) focusOn(focused);
      if (view && (view.scrollX !== scrollX || view.scrollY !== scrollY))
        view.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    },
  };
}
