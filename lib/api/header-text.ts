/** Why a text cannot be sent as a key. */
export type KeyProblem = 'empty' | 'not_header_text' | 'too_long';

/** Why a text cannot be the name of the header that carries the key. */
export type HeaderNameProblem = 'not_a_token' | 'forbidden';

/** Most servers reject longer headers; 8 kB for all headers together is usual. */
const MAX_KEY_LENGTH = 4096;

/** A tab, printable ASCII and the upper half of Latin-1, which both RFC 9110 (5.5) and `fetch` allow. */
const HEADER_TEXT = /^[\t\x20-\x7e\xa0-\xff]*$/;

/** RFC 9110 (5.6.2): the characters of a header name. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

/** Names that only the browser sets; it would silently drop the key (fetch standard, 2.2.2). */
const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*|x-http-method.*|x-method-override)$/i;

/** Why `key` cannot be sent in a header. A line break, for example, could inject other headers. */
export function keyProblem(key: string): KeyProblem | undefined {
  if (key.trim() === '') return 'empty';
  if (!HEADER_TEXT.test(key)) return 'not_header_text';
  return key.length > MAX_KEY_LENGTH ? 'too_long' : undefined;
}

/** Why `name` cannot be the header that carries the key. */
export function headerNameProblem(name: string): HeaderNameProblem | undefined {
  if (!TOKEN.test(name)) return 'not_a_token';
  return FORBIDDEN.test(name) ? 'forbidden' : undefined;
}
