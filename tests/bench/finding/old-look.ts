/** The look at a field’s own box alone, with which `npm run bench:reach` compares. */
export function oldLook(element: Element): boolean {
  const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  if (!element.checkVisibility(options) || isHoneypot(element)) return false;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const { scrollX, scrollY } = element.ownerDocument.defaultView ?? { scrollX: 0, scrollY: 0 };
  return width > 4 && height > 4 && right + scrollX > 0 && bottom + scrollY > 0;
}

function isHoneypot(element: Element): boolean {
  return element.getAttribute('tabindex') === '-1' && element.closest('[aria-hidden=true]') !== null;
}
