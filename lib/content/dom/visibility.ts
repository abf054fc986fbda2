import { createBoxFinder, opacityOf, spansOf } from './boxes.ts';
import { attributeOf, lineUp, slotOrParentOf } from './native.ts';
import { lengthOf, type Span, seenOf } from './spans.ts';

/** Whether the field accepts typing, visible or not. */
export function isWritable(field: HTMLInputElement): boolean {
  return field.isConnected && !field.readOnly && !field.matches(':disabled');
}

/** A width and a height in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** Tells whether a person can see more than `small` of an element, now or after scrolling. */
export type Sight = (element: Element, small?: Size) => boolean;

/** Some honeypots are shrunk to this size. */
const TOO_SMALL: Size = [4, 4];
/** A field with less room for its text is a honeypot, however wide its padding is, in CSS pixels. */
const MIN_TEXT = 3;
/** Fainter elements are as good as invisible. */
const MIN_OPACITY = 0.05;

/** Looks at a page. The answers hold until it changes. */
export function createSight(document: Document): Sight {
  const { boxOf, viewsAround } = createBoxFinder(document);
  return (element, small = TOO_SMALL) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || isHoneypot(element)) return false;
    const style = getComputedStyle(element);
    const { position } = style;
    const box = boxOf(slotOrParentOf(element));
    if (box.opacity * opacityOf(element, style, position) < MIN_OPACITY) return false;
    const spans = spansOf(element);
    const views = viewsAround(element, box, position);
    return (
      views.every((view, axis) => seenOf(spans[axis] as Span, view) > (small[axis] as number)) &&
      !lacksRoom(element, spans, style)
    );
  };
}

/** Fields as large as this show what is typed even where their padding leaves no room. */
const SURELY_ROOMY: Size = [100, 20];

/** Whether next to nothing typed would show, whatever the padding makes of the field. */
function lacksRoom(element: Element, spans: readonly Span[], style: CSSStyleDeclaration): boolean {
  const isFull = (size: number, from: string, to: string) =>
    size - Number.parseFloat(from) - Number.parseFloat(to) < MIN_TEXT;
  return spans.some(
    (span, axis) =>
      lengthOf(span) < (SURELY_ROOMY[axis] as number) &&
      (axis
        ? isFull(element.clientHeight, style.paddingTop, style.paddingBottom)
        : isFull(element.clientWidth, style.paddingLeft, style.paddingRight)),
  );
}

/** Whether neither the keyboard nor a screen reader reaches the element, so that only bots fill it. */
function isHoneypot(element: Element): boolean {
  return (
    attributeOf(element, 'tabindex') === '-1' &&
    lineUp(element).some((up) => attributeOf(up, 'aria-hidden') === 'true')
  );
}
