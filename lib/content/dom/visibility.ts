import { attributeOf, parentOf, viewOf } from './native.ts';

/** Whether a person could type into the field now, so that it is enabled, writable and visible. */
export function isFillable(field: HTMLInputElement): boolean {
  return isWritable(field) && isSeen(field);
}

/** Whether the field accepts typing, visible or not. */
export function isWritable(field: HTMLInputElement): boolean {
  return field.isConnected && !field.readOnly && !field.matches(':disabled');
}

/** Some honeypots are shrunk to this size, in CSS pixels. */
const TOO_SMALL = { width: 4, height: 4 };

/** Whether a person can see the element and it is larger than `small`, in CSS pixels. */
export function isSeen(element: Element, small = TOO_SMALL): boolean {
  const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  if (!element.checkVisibility(options) || isHoneypot(element)) return false;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const { scrollX, scrollY } = viewOf(element.ownerDocument) ?? { scrollX: 0, scrollY: 0 };
  // Nobody can scroll to what lies left of the page or above it.
  return width > small.width && height > small.height && right + scrollX > 0 && bottom + scrollY > 0;
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
