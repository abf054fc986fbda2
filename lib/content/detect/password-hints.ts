import { attributeOf } from '../dom/native.ts';
import { LONGEST_TEXT } from '../dom/text.ts';
import { labelOf, textNear, textsNamedBy } from './field-text.ts';

/** What a page says about the password that it takes: raw, unread, and never trusted. */
export interface PasswordHints {
  /** The widest `minlength` of the fields, in UTF-16 units; -1 where none has one. */
  readonly minLength: number;
  /** The narrowest `maxlength`. */
  readonly maxLength?: number;
  readonly passwordRules?: string | undefined;
  readonly pattern?: string | undefined;
  /** What a person reads at the fields: at most `MOST_TEXTS` texts of 300 units. */
  readonly texts: readonly string[];
}

const MOST_TEXTS = 8;
/** Longer rules and patterns, in UTF-16 units, are cut; the generator reads patterns of 1000 at most, and no cut one. */
const LONGEST_RULE = 1001;

/** Collects what the page says about the password for these fields. */
export function passwordHints(fields: readonly HTMLInputElement[]): PasswordHints {
  const limits = fields.map(({ maxLength }) => maxLength).filter((limit) => limit > 0);
  const attribute = (name: string) =>
    fields.map((field) => attributeOf(field, name, LONGEST_RULE)).find(Boolean);
  return {
    minLength: Math.max(...fields.map(({ minLength }) => minLength)),
    ...(limits.length > 0 && { maxLength: Math.min(...limits) }),
    passwordRules: attribute('passwordrules'),
    pattern: attribute('pattern'),
    texts: textsAt(fields),
  };
}

/** What a person reads at the fields, without any `secret`. */
function textsAt(fields: readonly HTMLInputElement[], secret = '\n\n\n'): string[] {
  // Cut out before the texts are cut off: half a secret would not be found.
  const longest = 2 * LONGEST_TEXT;
  const texts = fields.flatMap((field) => [
    textsNamedBy(field, ['aria-describedby', 'aria-errormessage'], longest),
    textNear(field, 'nextNode', longest, 'button'),
    textNear(field, 'previousNode', LONGEST_TEXT, 'button'),
    labelOf(field),
    attributeOf(field, 'placeholder'),
    field.validity.customError ? field.validationMessage : '',
  ]);
  const told = texts.map((text) => text.replaceAll(secret, '').trim().slice(0, LONGEST_TEXT));
  return [...new Set(told)].filter(Boolean).slice(0, MOST_TEXTS);
}

/** The lines that stand at the fields now and did not `before`: what the page says of the secret filled in, without it. */
export function newErrorLines(
  fields: readonly HTMLInputElement[],
  before: readonly string[],
  secret: string,
): string[] {
  const linesOf = (texts: readonly string[]) => texts.flatMap((text) => text.split(/\s*\n\s*/));
  const known = linesOf(before);
  return linesOf(textsAt(fields, secret)).filter((line) => line && !known.includes(line));
}
