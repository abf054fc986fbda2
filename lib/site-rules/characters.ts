import { CHARACTERS } from '../generator/charset.ts';

/** The 95 printable ASCII characters, in code-point order. Site rules are read within them; others are left out. */
export const PRINTABLE = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

/** The printable ASCII characters that pass, in code-point order. */
export const printable = (passes: (character: string) => boolean): string =>
  [...PRINTABLE].filter(passes).join('');

/** The printable ASCII characters of a text, each once, in code-point order. */
export function setOf(text: Iterable<string>): string {
  const characters = new Set(text);
  return printable((character) => characters.has(character));
}

/** The characters that both sets hold. */
export const intersection = (a: string, b: string): string =>
  printable((c) => a.includes(c) && b.includes(c));

/** The characters of the first set that the second does not hold. */
export const without = (a: string, b: string): string => printable((c) => a.includes(c) && !b.includes(c));

/** Whether each character of the first set is in the second. */
export const isWithin = (a: string, b: string): boolean => !without(a, b);

/** A set as a rules text spells it: a hyphen only counts at the beginning, a closing bracket only at the end. */
export function bracketed(set: string): string {
  const mark = (character: string) => (set.includes(character) ? character : '');
  return `[${mark('-')}${without(set, '-]')}${mark(']')}]`;
}

/** The classes that a rules text knows by name. `special` includes the space; `unicode` is read as far as ASCII goes. */
export const NAMED_SETS: { readonly [name: string]: string } = {
  upper: CHARACTERS.uppercase,
  lower: CHARACTERS.lowercase,
  digit: CHARACTERS.numbers,
  special: ` ${CHARACTERS.symbols}`,
  'ascii-printable': PRINTABLE,
  unicode: PRINTABLE,
};
