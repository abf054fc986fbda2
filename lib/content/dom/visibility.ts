import { createBoxFinder, opacityOf, spansOf } from './boxes.ts';
import { attributeOf, lineUp, slotOrParentOf } from './native.ts';
import { type Span, seenOf } from './spans.ts';

/** Whether the field accepts typing, visible or not. */
export function isWritable(field: HTMLInputElement): boolean {
  return field.isConnected && !field.readOnly && !field.matches(':disabled');
}

/** Tells whether a person can see more than `small` of an element, in CSS pixels, now or after scrolling. */
export type Sight = (
  element: Element,
  small?: { readonly width: number; readonly height: number },
) => boolean;

/** Some honeypots are shrunk to this size, in CSS pixels. */
const TOO_SMALL = { width: 4, height: 4 };
/** A field with less room for its text is a honeypot, however wide its padding is, in CSS pixels. */
const MIN_TEXT = 3;
/** Fainter elements are as good as invisible. */
const MIN_OPACITY = 0.05;

/** Looks at a page. The answers hold until it changes. */
export function createSight(document: Document): Sight {
  const { boxOf, viewsAround } = createBoxFinder(document);
  return (element, { width, height } = TOO_SMALL) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || isHoneypot(element)) return false;
    const style = getComputedStyle(element);
    const box = boxOf(slotOrParentOf(element));
    if (box.opacity * opacityOf(element, style) < MIN_OPACITY || lacksRoom(element, style)) return false;
    const spans = spansOf(element);
    return viewsAround(element, box, style.position).every(
      (view, axis) => seenOf(spans[axis] as Span, view) > (axis ? height : width),
    );
  };
}

/** Fields as large as these, in CSS pixels, show what is typed even where their padding leaves no room. */
const SURELY_ROOMY = { width: 100, height: 20 };

/** Whether next to nothing typed would show, whatever the padding makes of the field. */
function lacksRoom({ clientWidth, clientHeight }: Element, style: CSSStyleDeclaration): boolean {
  const isFull = (size: number, roomy: number, from: string, to: string) =>
    size > 0 && size < roomy && size - Number.parseFloat(from) - Number.parseFloat(to) < MIN_TEXT;
  return (
    isFull(clientWidth, SURELY_ROOMY.width, style.paddingLeft, style.paddingRight) ||
    isFull(clientHeight, SURELY_ROOMY.height, style.paddingTop, style.paddingBottom)
  );
}

/** Whether neither the keyboard nor a screen reader reaches the element, so that only bots fill it. */
function isHoneypot(element: Element): boolean {
  return (
    attributeOf(element, 'tabindex') === '-1' &&
    lineUp(element).some((up) => attributeOf(up, 'aria-hidden') === 'true')
  );
}
