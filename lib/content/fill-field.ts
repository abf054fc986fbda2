/**
 * Types `value` into the field as a page's own script expects it: focus, the native setter (frameworks replace the
 * property on the element), `input`, `change`, blur. Keeps the scroll position.
 */
export function fillField(field: HTMLInputElement, value: string): void {
  field.focus({ preventScroll: true });
  setNativeValue(field, value);
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }),
  );
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.blur();
}

function setNativeValue(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
}
