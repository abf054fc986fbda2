import { MAX_NORMALIZED_LENGTH } from '../limits.ts';

// Accents of Latin, Greek and Cyrillic letters. Marks of other scripts stay, because they are like letters
// there.
const ACCENTS = /[\u0300-\u036f]/g;
// Zero-width, direction and soft-hyphen characters, which can hide a word from a program but not from a
// person.
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const CAMEL = /([a-z\d])([A-Z])/g;
const EMPTY = '  ';
const BEYOND_ASCII = /[\u0080-\uffff]/;
/** Letters that Unicode does not decompose, as people type them without these keys. */
const LETTERS: { readonly [letter: string]: string } = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', æ: 'ae', ß: 'ss' };

/**
 * Normalizes text to lower-case words with a space before and after each. It removes accents, punctuation and
 * invisible characters, and splits camelCase, so that `newPassword-confirm` becomes ` new password confirm `.
 * Only the first `longest` UTF-16 units are read.
 */
export function normalizeText(text: string, longest = MAX_NORMALIZED_LENGTH): string {
  if (text === '') return EMPTY;
  const split = text.slice(0, longest).replace(CAMEL, '$1 $2');
  const words = BEYOND_ASCII.test(split)
    ? simplifyLetters(split).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    : split.toLowerCase().replace(/[^a-z\d]+/g, ' ');
  return ` ${words.trim()} `;
}

function simplifyLetters(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđıæß]/g, (letter) => LETTERS[letter] ?? letter);
}
