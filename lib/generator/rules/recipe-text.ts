import { CHARACTERS, CLASS_NAMES } from '../charset.ts';
import type { PasswordOptions } from '../password.ts';
import { bracketed } from './characters.ts';

const NAMES = { uppercase: 'upper', lowercase: 'lower', numbers: 'digit' } as const;

/**
 * A person's options as a rules text for a recipe (“always 12, no symbols here”): that length, and the classes that are on,
 * one of each. Minimums above one and exclusions have no place in a rules text.
 */
export function recipeOf(options: PasswordOptions): string {
  const { length, maxConsecutive } = options;
  const classes = CLASS_NAMES.filter((name) => options[name]).map((name) =>
    name === 'symbols' ? bracketed(CHARACTERS.symbols) : NAMES[name],
  );
  return [
    `minlength: ${length}; maxlength: ${length};`,
    ...classes.map((name) => `required: ${name};`),
    ...(maxConsecutive && maxConsecutive < length ? [`max-consecutive: ${maxConsecutive};`] : []),
  ].join(' ');
}
