import { attributeOf } from '../dom/native.ts';
import { MAX_RULE_LENGTH, MAX_TEXT_LENGTH, MAX_TEXTS } from '../limits.ts';
import { labelOf, referencedText, textNear } from './field-text.ts';
import { textsAroundForm } from './rules-around.ts';
import type { Targets } from './targets.ts';

/** What a page states about the password for some fields, unparsed and never trusted. */
export interface PasswordHints {
  /** The largest `minlength` of the fields, in UTF-16 units; -1 if none has one. */
  readonly minLength: number;
  /** The smallest `maxlength` of the fields, in UTF-16 units. */
  readonly maxLength?: number;
  readonly passwordRules?: string | undefined;
  readonly pattern?: string | undefined;
  /** The texts at the fields and around their form, at most 14 of at most 300 UTF-16 units. */
  readonly texts: readonly string[];
}

/** Collects what the page states about the password for these fields. */
export function passwordHints({ fields, labels }: Targets): PasswordHints {
  const limits = fields.map(({ maxLength }) => maxLength).filter((limit) => limit > 0);
  const attribute = (name: string) =>
    fields.map((field) => attributeOf(field, name, MAX_RULE_LENGTH)).find(Boolean);
  return {
    minLength: Math.max(...fields.map(({ minLength }) => minLength)),
    ...(limits.length > 0 && { maxLength: Math.min(...limits) }),
    passwordRules: attribute('passwordrules'),
    pattern: attribute('pattern'),
    texts: textsAt({ fields, labels }),
  };
}

/** Returns the texts that a person reads at the fields and around them, without the `secret`. */
function textsAt({ fields, labels }: Targets, secret = '\n\n\n'): string[] {
  // The secret is removed before texts are cut, because a cut secret would not be found.
  const longest = 2 * MAX_TEXT_LENGTH;
  const atFields = fields.flatMap((field) => [
    referencedText(field, ['aria-describedby', 'aria-errormessage'], longest),
    textNear(field, 'nextNode', longest, 'button'),
    textNear(field, 'previousNode', MAX_TEXT_LENGTH, 'button'),
    labelOf(field, labels),
    attributeOf(field, 'placeholder'),
    field.validity.customError ? field.validationMessage : '',
  ]);
  const texts = [...atFields, ...(fields[0] ? textsAroundForm(fields[0]) : [])];
  const cut = texts.map((text) => text.replaceAll(secret, '').trim().slice(0, MAX_TEXT_LENGTH));
  return [...new Set(cut)].filter(Boolean).slice(0, MAX_TEXTS);
}

/** Returns the lines at the fields that were not in the texts `before` the fill, without the `secret`. */
export function newErrorLines(targets: Targets, before: readonly string[], secret: string): string[] {
  const linesOf = (texts: readonly string[]) => texts.flatMap((text) => text.split(/\s*\n\s*/));
  const known = linesOf(before);
  return linesOf(textsAt(targets, secret)).filter((line) => line && !known.includes(line));
}
