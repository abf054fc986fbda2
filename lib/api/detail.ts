/** In characters. */
const MAX_DETAIL_LENGTH = 200;

/**
 * This many characters of a key in a row reveal it; the public prefixes of keys (`tfn_live_`) are shorter.
 */
const REVEALING_LENGTH = 12;

/** Control characters, line ends, and invisible characters that reorder or hide text. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * Makes a server's error text safe to show: one line of at most 200 characters; `undefined` if nothing is
 * left. A text that repeats the key or 12 characters of it, whatever is put between them, is dropped
 * completely.
 */
export function sanitizeDetail(text: string, key: string): string | undefined {
  const clean = text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  if (clean === '' || revealsKey(clean, key)) return undefined;
  const characters = [...clean];
  if (characters.length <= MAX_DETAIL_LENGTH) return clean;
  return `${characters.slice(0, MAX_DETAIL_LENGTH - 1).join('')}…`;
}

function revealsKey(text: string, key: string): boolean {
  const haystack = lettersAndDigits(text);
  const needle = lettersAndDigits(key);
  if (needle === '') return text.includes(key.trim());
  const size = Math.min(REVEALING_LENGTH, needle.length);
  return Array.from({ length: needle.length - size + 1 }, (_, start) =>
    needle.slice(start, start + size),
  ).some((part) => haystack.includes(part));
}

function lettersAndDigits(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9\xa0-\xff]/g, '');
}
