import { attributeOf, parentOf, viewOf } from './native.ts';

/** Whether a person could type into the field now: enabled, writable and seen. */
export function isFillable(field: HTMLInputElement): boolean {
  return isWritable(field) && isSeen(field);
}

/** Whether the field takes typing at all. */
export function isWritable(field: HTMLInputElement): boolean {
  return field.isConnected && !field.readOnly && !field.matches(':disabled');
}

/** Honeypots are shrunk to nothing; CSS pixels. */
const TOO_SMALL = { width: 4, height: 4 };

/** Whether a person can see the element, and it is larger than `small`. */
export function isSeen(element: Element, small = TOO_SMALL): boolean {
  const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  if (!element.checkVisibility(options) || isHoneypot(element)) return false;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const { scrollX, scrollY } = viewOf(element.ownerDocument) ?? { scrollX: 0, scrollY: 0 };
  // Or moved out to where no scrolling leads.
  return width > small.width && height > small.height && right + scrollX > 0 && bottom + scrollY > 0;
}

/** Out of the reach of both the keyboard and the screen reader: there for machines alone. */
function isHoneypot(element: Element): boolean {
  return attributeOf(element, 'tabindex') === '-1' && isAriaHidden(element);
}

function isAriaHidden(element: Element): boolean {
  for (let up: Element | null = element; up; up = parentOf(up)) {
    if (attributeOf(up, 'aria-hidden') === 'true') return true;
  }
  return false;
}
