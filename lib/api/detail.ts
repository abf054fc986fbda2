import { repeatsKey } from './repeats-key.ts';

/** In characters. */
const MAX_DETAIL_LENGTH = 200;

/** Control characters, line ends, and invisible characters that reorder or hide text. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * Makes a server's error text safe to show: one line of at most 200 characters; `undefined` if nothing is
 * left. A text that repeats the key in any form, or a long part of it, is dropped completely.
 */
export function sanitizeDetail(text: string, key: string): string | undefined {
  const clean = text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...clean];
  const shown =
    characters.length <= MAX_DETAIL_LENGTH
      ? clean
      : `${characters.slice(0, MAX_DETAIL_LENGTH - 1).join('')}…`;
  return shown === '' || repeatsKey(shown, key) ? undefined : shown;
}
