import { valueIn } from '../dom/native.ts';

/** What is wrong with a field after it was filled. Data alone: none of the page's words. */
export type FillProblem =
  /** The page took a field away, and put none in its place. */
  | { readonly kind: 'removed' }
  /** The page emptied the field. */
  | { readonly kind: 'cleared' }
  /** The page put back what the field held before. */
  | { readonly kind: 'reverted' }
  /** The page kept the first `to` UTF-16 units. */
  | { readonly kind: 'truncated'; readonly to: number }
  /** The field holds something else. */
  | { readonly kind: 'mismatch' }
  /** The field holds the password, and says that it is not valid. */
  | { readonly kind: 'invalid'; readonly reason: InvalidReason; readonly atLeast?: number };

/** Why a field is not valid: by its own attributes, or because the page's script says so. */
export type InvalidReason = 'too_short' | 'too_long' | 'pattern' | 'page';

/** A field that was filled, and what it was before. */
export interface FilledField {
  readonly field: HTMLInputElement;
  /** The form that it belonged to then. */
  readonly form: HTMLFormElement | null;
  readonly before: string;
  /** Whether it was marked as wrong already. */
  readonly marked: boolean;
}

export function snapshotField(field: HTMLInputElement): FilledField {
  return { field, form: field.form, before: valueIn(field), marked: isMarked(field) };
}

/** What is wrong with a field that is still there, if anything. */
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
  // The browser itself holds nobody but a typing person to `minlength` and `maxlength`.
  if (length < minLength) return { kind: 'invalid', reason: 'too_short', atLeast: minLength };
  if (maxLength >= 0 && length > maxLength) return { kind: 'invalid', reason: 'too_long' };
  if (willValidate && validity.patternMismatch) return { kind: 'invalid', reason: 'pattern' };
  if ((willValidate && !validity.valid) || (isMarked(field) && !marked))
    return { kind: 'invalid', reason: 'page' };
  return undefined;
}

function isMarked(field: HTMLInputElement): boolean {
  return field.getAttribute('aria-invalid') === 'true';
}
