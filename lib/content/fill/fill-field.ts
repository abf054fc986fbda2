import { blur, dispatch, firesEvent, focusOn, setValue, valueIn } from '../dom/native.ts';

/** How a value is put into a field. */
export interface FillManner {
  /** Whether the field may have the real focus for a moment; without it, it is only told of one. */
  readonly focus: boolean;
  /** As in the Input Events specification; browsers fill by `insertReplacementText`. */
  readonly inputType?: string;
}

const EVERYWHERE = { bubbles: true, composed: true };

/**
 * Types `value` over what the field holds, as a page's own script expects it of a person or a browser: focus, key
 * down, `beforeinput`, the native setter, `input`, key up, `change`, blur. Keys are `Unidentified`, as when a browser
 * fills. A page without the focus gets no focus events from the browser, so it is told of them.
 */
export function fillField(
  field: HTMLInputElement,
  value: string,
  { focus, inputType = 'insertReplacementText' }: FillManner,
): void {
  if (!(focus && firesEvent(field, 'focus', () => focusOn(field)))) dispatchFocus(field, 'focus', 'focusin');
  dispatchKey(field, 'keydown');
  // A mask that types for itself prevents the default, and has then typed.
  if (dispatchInput(field, 'beforeinput', value, inputType) || valueIn(field) !== value) {
    setValue(field, value);
    dispatchInput(field, 'input', value, inputType);
  }
  dispatchKey(field, 'keyup');
  dispatch(field, new Event('change', { bubbles: true }));
  if (!(focus && firesEvent(field, 'blur', () => blur(field)))) dispatchFocus(field, 'blur', 'focusout');
}

function dispatchKey(field: HTMLInputElement, type: 'keydown' | 'keyup'): void {
  dispatch(field, new KeyboardEvent(type, { ...EVERYWHERE, cancelable: true, key: 'Unidentified' }));
}

/** Whether the page let it pass. */
function dispatchInput(
  field: HTMLInputElement,
  type: 'beforeinput' | 'input',
  data: string,
  inputType: string,
): boolean {
  const cancelable = type === 'beforeinput';
  return dispatch(field, new InputEvent(type, { ...EVERYWHERE, cancelable, inputType, data }));
}

function dispatchFocus(
  field: HTMLInputElement,
  type: 'focus' | 'blur',
  bubbling: 'focusin' | 'focusout',
): void {
  dispatch(field, new FocusEvent(type, { composed: true }));
  dispatch(field, new FocusEvent(bubbling, EVERYWHERE));
}
