import { blur, dispatch, firesEvent, focusOn, setValue, valueIn } from '../dom/native.ts';

/** Options for filling one field. */
export interface FillOptions {
  /** Whether the field may take the real focus for a moment; otherwise it only gets the events. */
  readonly focus: boolean;
  /**
   * An `inputType` of the Input Events specification; by default `insertReplacementText`, as browsers fill.
   */
  readonly inputType?: string;
}

const BUBBLING = { bubbles: true, composed: true };

/**
 * Replaces the field's value as a browser's autofill does, with focus, `keydown`, `beforeinput`, the native
 * setter, `input`, `keyup`, `change` and blur. Keys are `Unidentified`, as they are in autofill. A page
 * without the focus gets no focus events from the browser, so this function dispatches them.
 */
export function fillField(
  field: HTMLInputElement,
  value: string,
  { focus, inputType = 'insertReplacementText' }: FillOptions,
): void {
  if (!(focus && firesEvent(field, 'focus', () => focusOn(field)))) dispatchFocus(field, 'focus', 'focusin');
  dispatchKey(field, 'keydown');
  // An input mask that prevents the default has written the value itself by now.
  if (dispatchInput(field, 'beforeinput', value, inputType) || valueIn(field) !== value) {
    setValue(field, value);
    dispatchInput(field, 'input', value, inputType);
  }
  dispatchKey(field, 'keyup');
  dispatch(field, new Event('change', { bubbles: true }));
  if (!(focus && firesEvent(field, 'blur', () => blur(field)))) dispatchFocus(field, 'blur', 'focusout');
}

function dispatchKey(field: HTMLInputElement, type: 'keydown' | 'keyup'): void {
  dispatch(field, new KeyboardEvent(type, { ...BUBBLING, cancelable: true, key: 'Unidentified' }));
}

/** Dispatches an input event; `false` if the page prevented the default action. */
function dispatchInput(
  field: HTMLInputElement,
  type: 'beforeinput' | 'input',
  data: string,
  inputType: string,
): boolean {
  const cancelable = type === 'beforeinput';
  return dispatch(field, new InputEvent(type, { ...BUBBLING, cancelable, inputType, data }));
}

function dispatchFocus(
  field: HTMLInputElement,
  type: 'focus' | 'blur',
  bubbling: 'focusin' | 'focusout',
): void {
  dispatch(field, new FocusEvent(type, { composed: true }));
  dispatch(field, new FocusEvent(bubbling, BUBBLING));
}
