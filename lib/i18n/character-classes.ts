import { CHARACTERS } from '../generator/charset.ts';
import { type CharacterClass, CLASS_NAMES } from '../generator/index.ts';
import { isWithin, without } from '../site-rules/characters.ts';

/**
 * The characters that stand for each class, the same in every language; symbols are more than these three.
 */
export const CLASS_SAMPLES: Readonly<Record<CharacterClass, string>> = {
  uppercase: 'A–Z',
  lowercase: 'a–z',
  numbers: '0–9',
  symbols: '!@#',
};

/** The classes that a set holds whole, and its other characters in code-point order. */
export function splitByClass(set: string): { readonly classes: CharacterClass[]; readonly others: string } {
  const classes = CLASS_NAMES.filter((name) => isWithin(CHARACTERS[name], set));
  return { classes, others: without(set, classes.map((name) => CHARACTERS[name]).join('')) };
}
