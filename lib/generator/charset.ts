/** The character classes of a password, by the names that requests use. */
export type CharacterClass = 'uppercase' | 'lowercase' | 'numbers' | 'symbols';

/** The characters of each class: ASCII letters and digits, and the 32 ASCII punctuation marks (no space). */
export const CHARACTERS: Readonly<Record<CharacterClass, string>> = {
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  numbers: '0123456789',
  symbols: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
};

/** The four classes, in the order in which interfaces list them. */
export const CLASS_NAMES = Object.keys(CHARACTERS) as readonly CharacterClass[];

/** Ambiguous characters, alike in common fonts: `I l 1 | !`, `O 0 o` and the two upright quotes. */
export const LOOK_ALIKES = "Il1|!O0o'`";

/** The characters of `name` that are not in `excluded`. */
export function charactersOf(name: CharacterClass, excluded: string): string {
  return [...CHARACTERS[name]].filter((character) => !excluded.includes(character)).join('');
}
