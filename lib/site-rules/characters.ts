import { CHARACTERS, type CharacterClass } from '../generator/charset.ts';

/** The 95 printable ASCII characters in code-point order. Site rules ignore all other characters. */
export const PRINTABLE = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

const EACH: readonly string[] = [...PRINTABLE];

/** The printable ASCII characters that pass a test, in code-point order. */
export const printable = (passes: (character: string) => boolean): string => EACH.filter(passes).join('');

/** The printable ASCII characters of a text, each once, in code-point order. */
export function setOf(text: Iterable<string>): string {
  const characters = new Set(text);
  return printable((character) => characters.has(character));
}

/** The characters of both sets. */
export const intersection = (a: string, b: string): string =>
  printable((c) => a.includes(c) && b.includes(c));

/** The characters of the first set that are not in the second. */
export const without = (a: string, b: string): string => printable((c) => a.includes(c) && !b.includes(c));

/** Whether all characters of the first set are in the second. */
export const isWithin = (a: string, b: string): boolean => EACH.every((c) => !a.includes(c) || b.includes(c));

/** A set as a class of a rules text, in which a hyphen must come first and a closing bracket last. */
export function bracketed(set: string): string {
  const mark = (character: string) => (set.includes(character) ? character : '');
  return `[${mark('-')}${without(set, '-]')}${mark(']')}]`;
}

/** The names of the character classes in a rules text. `special` is the symbols and the space. */
export const RULES_CLASS_NAMES = {
  uppercase: 'upper',
  lowercase: 'lower',
  numbers: 'digit',
  symbols: 'special',
} as const satisfies Readonly<Record<CharacterClass, string>>;

/** The named classes of a rules text. `special` includes the space, and `unicode` is read within ASCII. */
export const NAMED_SETS: { readonly [name: string]: string } = {
  [RULES_CLASS_NAMES.uppercase]: CHARACTERS.uppercase,
  [RULES_CLASS_NAMES.lowercase]: CHARACTERS.lowercase,
  [RULES_CLASS_NAMES.numbers]: CHARACTERS.numbers,
  [RULES_CLASS_NAMES.symbols]: ` ${CHARACTERS.symbols}`,
  'ascii-printable': PRINTABLE,
  unicode: PRINTABLE,
};
