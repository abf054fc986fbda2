import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface HandCopy {
  /** The text that the element shows. */
  readonly text: string;
  /** The person has selected all of it. */
  readonly selected?: () => void;
  /** The person has put it on the clipboard. */
  readonly copied: () => void;
}

/**
 * Calls back when the person selects or copies the whole text of an element without a button. If more than
 * the element is selected, such as the whole popup, only its text goes to the clipboard.
 */
export function useHandCopy(element: RefObject<HTMLElement | null>, handCopy: HandCopy): void {
  const latest = useRef(handCopy);
  latest.current = handCopy;
  useLayoutEffect(() => {
    const isWhole = () =>
      element.current !== null && selectedTexts(element.current).includes(latest.current.text);
    const onSelect = () => isWhole() && latest.current.selected?.();
    const onCopy = (event: ClipboardEvent) => {
      // Firefox keeps the selection of the document while a field has one of its own.
      const isInField = event.target instanceof Element && event.target.matches('input, textarea');
      if (event.defaultPrevented || isInField || !isWhole()) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', latest.current.text);
      latest.current.copied();
    };
    document.addEventListener('selectionchange', onSelect);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    return () => {
      document.removeEventListener('selectionchange', onSelect);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
    };
  }, [element]);
}

/** The selected texts within an element. Firefox's selection may have several ranges. */
function selectedTexts(element: Element): string[] {
  const selection = getSelection();
  return Array.from({ length: selection?.rangeCount ?? 0 }, (_, at) => {
    const range = (selection as Selection).getRangeAt(at).cloneRange();
    if (!range.intersectsNode(element)) return '';
    const whole = document.createRange();
    whole.selectNodeContents(element);
    if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0)
      range.setStart(whole.startContainer, whole.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0)
      range.setEnd(whole.endContainer, whole.endOffset);
    return range.toString();
  });
}
