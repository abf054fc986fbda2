/** Longest text of a server that is shown, in characters. */
const MAX_DETAIL_LENGTH = 200;

/** How many characters of a key in a row give it away; the public beginnings of keys (`tfn_live_`) are shorter. */
const TELLTALE_LENGTH = 12;

/** Control characters, line ends, and the invisible ones that reorder or hide text. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * A server's own error text, fit to be shown: on one line, at most 200 characters, undefined if nothing is left.
 * A text that repeats the key or a telling part of it, whatever stands between its letters, is dropped whole.
 */
export function showableDetail(text: string, key: string): string | undefined {
  const clean = text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  if (clean === '' || tellsKey(clean, key)) return undefined;
  const characters = [...clean];
  if (characters.length <= MAX_DETAIL_LENGTH) return clean;
  return `${characters.slice(0, MAX_DETAIL_LENGTH - 1).join('')}…`;
}

function tellsKey(text: string, key: string): boolean {
  const haystack = lettersAndDigits(text);
  const needle = lettersAndDigits(key);
  if (needle === '') return text.includes(key.trim());
  const size = Math.min(TELLTALE_LENGTH, needle.length);
  return Array.from({ length: needle.length - size + 1 }, (_, start) =>
    needle.slice(start, start + size),
  ).some((part) => haystack.includes(part));
}

function lettersAndDigits(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9\xa0-\xff]/g, '');
}
