import { MAX_NORMALIZED_LENGTH } from '../limits.ts';

// Accents of Latin, Greek and Cyrillic letters; marks of other scripts are letters to their readers and stay.
const ACCENTS = /[\u0300-\u036f]/g;
// Zero-width, direction and soft-hyphen characters, with which words can be hidden from a reader of code.
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const CAMEL = /([a-z\d])([A-Z])/g;
const NO_WORDS = '  ';
const BEYOND_ASCII = /[\u0080-\uffff]/;
/** Letters that Unicode does not take apart, as people type them without their stroke. */
const STROKED: { readonly [letter: string]: string } = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', æ: 'ae', ß: 'ss' };

/**
 * Text as words between single spaces, with one at each end: lower case, without accents, punctuation and unseen
 * characters, camelCase opened. `newPassword-confirm` becomes ` new password confirm `.
 */
export function normalizeText(text: string, longest = MAX_NORMALIZED_LENGTH): string {
  if (text === '') return NO_WORDS;
  const opened = text.slice(0, longest).replace(CAMEL, '$1 $2');
  const plain = BEYOND_ASCII.test(opened)
    ? plainLetters(opened).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    : opened.toLowerCase().replace(/[^a-z\d]+/g, ' ');
  return ` ${plain.trim()} `;
}

function plainLetters(text: string): string {
  return text
    .replace(UNSEEN, '')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđıæß]/g, (letter) => STROKED[letter] ?? letter);
}
