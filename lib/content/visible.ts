import { attributeOf, parentOf, viewOf } from './native.ts';

/** Whether a person could type into the field now: enabled, writable and seen. */
export function isFillable(field: HTMLInputElement): boolean {
  return isWritable(field) && isSeen(field);
}

/** Whether the field takes typing at all. */
export function isWritable(field: HTMLInputElement): boolean {
  return field.isConnected && !field.readOnly && !field.matches(':disabled');
}

function isSeen(field: HTMLInputElement): boolean {
  const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  if (!field.checkVisibility(options) || isHoneypot(field)) return false;
  const { width, height, right, bottom } = field.getBoundingClientRect();
  const { scrollX, scrollY } = viewOf(field.ownerDocument) ?? { scrollX: 0, scrollY: 0 };
  // Honeypots are shrunk to nothing or moved out to where no scrolling leads.
  return width > 4 && height > 4 && right + scrollX > 0 && bottom + scrollY > 0;
}

/** Out of the reach of both the keyboard and the screen reader: there for machines alone. */
function isHoneypot(field: HTMLInputElement): boolean {
  return attributeOf(field, 'tabindex') === '-1' && isAriaHidden(field);
}

function isAriaHidden(element: Element): boolean {
  for (let up: Element | null = element; up; up = parentOf(up)) {
    if (attributeOf(up, 'aria-hidden') === 'true') return true;
  }
  return false;
}
