/** Why a text cannot be sent as a key. */
export type KeyProblem = 'empty' | 'not_header_text' | 'too_long';

/** Why a text cannot be the name of the header that carries the key. */
export type HeaderNameProblem = 'not_a_token' | 'forbidden';

/** Longer headers are refused by most servers (8 kB for all of them together is usual). */
const MAX_KEY_LENGTH = 4096;

/** A tab, printable ASCII, and the upper half of Latin-1: what RFC 9110 (5.5) and `fetch` both let pass. */
const HEADER_TEXT = /^[\t\x20-\x7e\xa0-\xff]*$/;

/** RFC 9110 (5.6.2): the characters of a header name. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

/** The names that a browser sets itself; it would drop the key in silence (fetch standard, 2.2.2). */
const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*|x-http-method.*|x-method-override)$/i;

/** What stands against sending `key` in a header; line breaks above all, which could smuggle in other headers. */
export function keyProblem(key: string): KeyProblem | undefined {
  if (key.trim() === '') return 'empty';
  if (!HEADER_TEXT.test(key)) return 'not_header_text';
  return key.length > MAX_KEY_LENGTH ? 'too_long' : undefined;
}

/** What stands against `name` as the header for the key. */
export function headerNameProblem(name: string): HeaderNameProblem | undefined {
  if (!TOKEN.test(name)) return 'not_a_token';
  return FORBIDDEN.test(name) ? 'forbidden' : undefined;
}
