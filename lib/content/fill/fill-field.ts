import { blur, dispatch, firesEvent, focusOn, setValue } from '../dom/native.ts';
import { nextTask } from '../dom/timing.ts';
import { isWritable } from '../dom/visibility.ts';

/** Options for filling one field. */
export interface FillOptions {
  /** Whether the field may take the real focus for a moment; otherwise it only gets the events. */
  readonly focus: boolean;
  /**
   * An `inputType` of the Input Events specification; by default `insertReplacementText`, as browsers fill.
   */
  readonly inputType?: string;
  /** Whether `enterField` has been called for the field. */
  readonly isEntered?: boolean;
  /** Called last before the value is set; nothing is written unless it returns true. */
  readonly mayWrite?: () => boolean;
}

const BUBBLING = { bubbles: true, composed: true };

/**
 * Replaces the field's value as a browser's autofill does, with focus, `keydown`, `keypress`, `beforeinput`,
 * the native setter, `input`, `keyup`, `change` and blur. Keys are `Unidentified` and `data` is `null`, as
 * they are in autofill. A page without the focus gets no focus events from the browser, so this function
 * dispatches them. Returns whether the value was written.
 */
export function fillField(
  field: HTMLInputElement,
  value: string,
  { focus, inputType = 'insertReplacementText', isEntered, mayWrite }: FillOptions,
): boolean {
  if (!isEntered) enterField(field, focus);
  dispatchKey(field, 'keydown');
  dispatchKey(field, 'keypress');
  // The value is written even if a listener prevents the default, because none has seen the value.
  dispatchInput(field, 'beforeinput', inputType);
  const isAllowed = mayWrite?.() ?? true;
  if (isAllowed) {
    setValue(field, value);
    dispatchInput(field, 'input', inputType);
    dispatchKey(field, 'keyup');
    dispatch(field, new Event('change', { bubbles: true }));
  }
  leaveField(field, focus);
  return isAllowed;
}

/** Gives the field the focus, or only the events of it. */
export function enterField(field: HTMLInputElement, focus: boolean): void {
  if (!(focus && firesEvent(field, 'focus', () => focusOn(field)))) dispatchFocus(field, 'focus', 'focusin');
}

/** Takes the focus from the field, or only tells it so by events. */
export function leaveField(field: HTMLInputElement, focus: boolean): void {
  if (!(focus && firesEvent(field, 'blur', () => blur(field)))) dispatchFocus(field, 'blur', 'focusout');
}

/** How long a page may take to open a field that has got the focus, in milliseconds. */
const OPENING_MS = 60;

/**
 * Gives the focus to a field that is read-only or disabled, because some pages open a field then. Returns
 * whether it keeps the focus, which is if that has opened it.
 */
export async function wakeField(field: HTMLInputElement, focus: boolean): Promise<boolean> {
  if (!field.isConnected || isWritable(field)) return false;
  enterField(field, focus);
  for (const delay of [0, OPENING_MS]) {
    await nextTask(delay);
    if (isWritable(field)) return true;
  }
  leaveField(field, focus);
  return false;
}

function dispatchKey(field: HTMLInputElement, type: 'keydown' | 'keypress' | 'keyup'): void {
  dispatch(field, new KeyboardEvent(type, { ...BUBBLING, cancelable: true, key: 'Unidentified' }));
}

function dispatchInput(field: HTMLInputElement, type: 'beforeinput' | 'input', inputType: string): void {
  const cancelable = type === 'beforeinput';
  dispatch(field, new InputEvent(type, { ...BUBBLING, cancelable, inputType }));
}

function dispatchFocus(
  field: HTMLInputElement,
  type: 'focus' | 'blur',
  bubbling: 'focusin' | 'focusout',
): void {
  dispatch(field, new FocusEvent(type, { composed: true }));
  dispatch(field, new FocusEvent(bubbling, BUBBLING));
}
