import { valueIn } from '../dom/native.ts';

/** A problem with a field after a fill. It holds no text of the page. */
export type FillProblem =
  /** Right before the fill the page moved, hid, covered or unmasked the field, so it was not filled. */
  | { readonly kind: 'field_changed' }
  /** The page removed a field and did not replace it. */
  | { readonly kind: 'removed' }
  /** The page emptied the field. */
  | { readonly kind: 'cleared' }
  /** The page restored the field's old value. */
  | { readonly kind: 'reverted' }
  /** The page kept only the first `to` UTF-16 units. */
  | { readonly kind: 'truncated'; readonly to: number }
  /** A confirm field that was known before the fill stayed closed or hidden too long, and is empty. */
  | { readonly kind: 'confirm_empty' }
  /** The field holds something else. */
  | { readonly kind: 'mismatch' }
  /** The field holds the password but is invalid; `atLeast` is its `minlength`. */
  | { readonly kind: 'invalid'; readonly reason: InvalidReason; readonly atLeast?: number };

/** Why a field is invalid, which is one of its attributes or a mark that the page's script has set. */
export type InvalidReason = 'too_short' | 'too_long' | 'pattern' | 'page';

/** A filled field as it was before the fill. */
export interface FilledField {
  readonly field: HTMLInputElement;
  /** The form that it belonged to. */
  readonly form: HTMLFormElement | null;
  readonly before: string;
  /** Whether the page had marked it as invalid already. */
  readonly marked: boolean;
}

/** Records the state of a field before it is filled. */
export function snapshotField(field: HTMLInputElement): FilledField {
  return { field, form: field.form, before: valueIn(field), marked: isMarked(field) };
}

/** Compares a field that is still in the page with the password; `undefined` if it holds it and is valid. */
export function verifyField(
  { field, before, marked }: FilledField,
  password: string,
): FillProblem | undefined {
  const value = valueIn(field);
  if (value === password) return invalidityOf(field, marked);
  if (value === '') return { kind: 'cleared' };
  if (value === before) return { kind: 'reverted' };
  if (password.startsWith(value)) return { kind: 'truncated', to: value.length };
  return { kind: 'mismatch' };
}

function invalidityOf(field: HTMLInputElement, marked: boolean): FillProblem | undefined {
  const { validity, minLength, maxLength, willValidate } = field;
  const { length } = valueIn(field);
  // Browsers apply `minlength` and `maxlength` only to typed values.
  if (length < minLength) return { kind: 'invalid', reason: 'too_short', atLeast: minLength };
  if (maxLength >= 0 && length > maxLength) return { kind: 'invalid', reason: 'too_long' };
  if (willValidate && validity.patternMismatch) return { kind: 'invalid', reason: 'pattern' };
  if ((willValidate && !validity.valid) || (isMarked(field) && !marked))
    return { kind: 'invalid', reason: 'page' };
  return undefined;
}

export function isMarked(field: HTMLInputElement): boolean {
  return field.getAttribute('aria-invalid') === 'true';
}
