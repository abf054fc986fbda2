import { createBoxFinder, opacityOf, spansOf } from './boxes.ts';
import { attributeOf, parentOf, slotOrParentOf } from './native.ts';
import { reachOf, type Span } from './spans.ts';

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
  const { boxOf, portsAround } = createBoxFinder(document);
  return (element, { width, height } = TOO_SMALL) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || isHoneypot(element)) return false;
    const style = getComputedStyle(element);
    const box = boxOf(slotOrParentOf(element));
    if (box.opacity * opacityOf(element, style) < MIN_OPACITY || lacksRoom(element, style)) return false;
    const ports = portsAround(element, box, style.position);
    const spans = spansOf(element);
    return [width, height].every((least, axis) => reachOf(spans[axis] as Span, axis, ports) > least);
  };
}

/** Fields as large as these, in CSS pixels, are not asked for the padding in them. */
const SURELY_ROOMY = { width: 100, height: 20 };

/** Whether next to nothing typed would show, whatever the padding makes of the field. */
function lacksRoom({ clientWidth, clientHeight }: Element, style: CSSStyleDeclaration): boolean {
  const room = (size: number, ...padding: string[]) =>
    padding.reduce((left, one) => left - Number.parseFloat(one), size);
  return (
    (clientWidth > 0 &&
      clientWidth < SURELY_ROOMY.width &&
      room(clientWidth, style.paddingLeft, style.paddingRight) < MIN_TEXT) ||
    (clientHeight > 0 &&
      clientHeight < SURELY_ROOMY.height &&
      room(clientHeight, style.paddingTop, style.paddingBottom) < MIN_TEXT)
  );
}

/** Whether neither the keyboard nor a screen reader reaches the element, so that only bots fill it. */
function isHoneypot(element: Element): boolean {
  return attributeOf(element, 'tabindex') === '-1' && isAriaHidden(element);
}

function isAriaHidden(element: Element): boolean {
  for (let up: Element | null = element; up; up = parentOf(up)) {
    if (attributeOf(up, 'aria-hidden') === 'true') return true;
  }
  return false;
}
