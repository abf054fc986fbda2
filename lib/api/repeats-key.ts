/**
 * This many characters of a key in a row reveal it; the public prefixes of keys (`tfn_live_`) are shorter.
 */
const REVEALING_LENGTH = 12;

/** Shorter forms than this, of keys of two or three characters, would be found in any text. */
const SHORTEST_FORM = 4;

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** One character of a key, as URLs, JSON, programs and HTML write it. Keys have no character above `ff`. */
const ESCAPE =
  /(?:%|\\+x|0x|\\+u00)([\da-f]{2})|(?:\\+u\{|&#x)0*([\da-f]{1,2})\b|&#0*(\d{1,3})\b|&(?:amp|lt|gt|quot|apos);/gi;
/** How often an escape may be escaped itself. */
const ESCAPED_TIMES = 3;

/**
 * Whether a short text repeats the key, or 12 characters of it in a row, whatever is put between them: as it
 * is, in another case, reversed, escaped, or in base64, hexadecimal or decimal codes.
 */
export function repeatsKey(text: string, key: string): boolean {
  const forms = formsOf(key);
  if (lettersAndDigits(key) === '' && text.includes(key.trim())) return true;
  return viewsOf(text).some((view) => forms.some((form) => sharesPart(view, form)));
}

function sharesPart(text: string, form: string): boolean {
  const size = Math.min(REVEALING_LENGTH, form.length);
  for (let start = 0; start + size <= text.length; start++)
    if (form.includes(text.slice(start, start + size))) return true;
  return false;
}

/** The text as it is, and as its escapes are read once, twice and so on. */
function viewsOf(text: string): string[] {
  const views = [text];
  for (let times = 0; times < ESCAPED_TIMES; times++)
    views.push((views[times] as string).replace(ESCAPE, unescaped));
  return [...new Set(views.map(lettersAndDigits))];
}

function unescaped(_: string, byte?: string, short?: string, decimal?: string): string {
  const hex = byte ?? short;
  if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
  return decimal ? String.fromCharCode(Number(decimal)) : '';
}

/** Every form in which the key is looked for. */
function formsOf(key: string): string[] {
  const spellings = [key.trim(), key.trim().toLowerCase(), key.trim().toUpperCase()];
  const forms = spellings.flatMap((spelling) => {
    const latin1 = Array.from(spelling, (character) => character.charCodeAt(0) & 0xff);
    const utf8 = [...new TextEncoder().encode(spelling)];
    return [latin1, latin1.toReversed(), utf8, utf8.toReversed()].flatMap(encodingsOf);
  });
  const plain = lettersAndDigits(key);
  const found = new Set(forms.map(lettersAndDigits).filter((form) => form.length >= SHORTEST_FORM));
  return [...found, ...(plain === '' ? [] : [plain])];
}

function encodingsOf(bytes: readonly number[]): string[] {
  return [
    String.fromCharCode(...bytes),
    bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    bytes.join(''),
    ...[0, 1, 2].map((before) => base64Within(bytes, before)),
  ];
}

/** The characters in base64 that these bytes alone decide, where `before` bytes of a group precede them. */
function base64Within(bytes: readonly number[], before: number): string {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const skipped = [0, 4, 2][before] as number;
  const sextets = bits.slice(skipped).match(/.{6}/g) ?? [];
  return sextets.map((sextet) => BASE64[Number.parseInt(sextet, 2)]).join('');
}

/** What is compared: one case, and nothing that can be put between characters. */
function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9\xa0-\xff]/g, '');
}
