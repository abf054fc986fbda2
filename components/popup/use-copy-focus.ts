import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Focuses the button that takes the reference, once it is `enabled` and while nothing else has the focus. */
export function useCopyFocus(enabled: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!enabled) return;
    const focus = () => {
      if (document.activeElement === document.body) button.current?.focus();
    };
    focus();
    // Firefox may open the popup before its window has the focus, and then drops what was focused.
    window.addEventListener('focus', focus);
    return () => window.removeEventListener('focus', focus);
  }, [enabled]);
  return button;
}
