import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeDetail } from '../../../lib/api/detail.ts';

const KEY = 'tfn_live_K7qd-vQ2nGw+mZ9aHu/xR4tJk=wB8eLcé';

const bytes = Buffer.from(KEY);
const each = (write: (code: number) => string, key = KEY) =>
  [...key].map((character) => write(character.codePointAt(0) ?? 0)).join('');
const hex = (code: number, digits = 2) => code.toString(16).padStart(digits, '0');
const reversed = [...KEY].reverse().join('');

/** The ways in which a server may write the key that it was sent. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'as it is': KEY,
  'in lower case': KEY.toLowerCase(),
  'in upper case': KEY.toUpperCase(),
  reversed,
  'in base64': bytes.toString('base64'),
  'in base64 of Latin-1': Buffer.from(KEY, 'latin1').toString('base64'),
  'in base64url': bytes.toString('base64url'),
  'in base64, after one byte': Buffer.from(`:${KEY}`).toString('base64'),
  'in base64, after two bytes': Buffer.from(`u:${KEY}`).toString('base64'),
  'in base64, reversed': Buffer.from(reversed).toString('base64'),
  'in base64, in upper case': Buffer.from(KEY.toUpperCase()).toString('base64'),
  'in hexadecimal': bytes.toString('hex'),
  'in hexadecimal in upper case': bytes.toString('hex').toUpperCase(),
  'in hexadecimal with colons': bytes.toString('hex').replace(/..(?=.)/g, '$&:'),
  'in hexadecimal with prefixes': each((code) => `0x${hex(code)} `),
  'in percent signs where needed': encodeURIComponent(KEY),
  'in percent signs throughout': each((code) => `%${hex(code)}`),
  'in percent signs twice': encodeURIComponent(encodeURIComponent(KEY)),
  'in a form': new URLSearchParams({ key: KEY }).toString(),
  'in JSON escapes where needed': JSON.stringify(KEY).replace('é', '\\u00e9').replace('/', '\\/'),
  'in JSON escapes throughout': each((code) => `\\u${hex(code, 4)}`),
  'in JSON escapes twice': JSON.stringify(each((code) => `\\u${hex(code, 4)}`)),
  'in escapes with braces': each((code) => `\\u{${hex(code)}}`),
  'in escapes of bytes': each((code) => `\\x${hex(code)}`),
  'in HTML entities': each((code) => `&#${code};`),
  'in hexadecimal HTML entities': each((code) => `&#x${hex(code)};`),
  'in decimal codes': each((code) => `${code} `),
  'in full width': each((code) => String.fromCodePoint(code > 32 && code < 127 ? code + 0xfee0 : code)),
};

describe('the text of a server', () => {
  it('is one line without control, invisible and direction characters', () => {
    expect(sanitizeDetail('\u0007Too\r\n\tmany \u202eseliF\u200b \u2028now ', 'key-1234')).toBe(
      'Too many seliF now',
    );
    expect(sanitizeDetail(' \n\u0000', 'key-1234')).toBeUndefined();
  });

  it('has at most 200 characters', () => {
    const cut = sanitizeDetail('😀'.repeat(300), 'key-1234') ?? '';
    expect([...cut]).toHaveLength(200);
    expect(cut.endsWith('😀…')).toBe(true);
    expect(sanitizeDetail('a'.repeat(200), 'key-1234')).toBe('a'.repeat(200));
  });

  it('is shown if it says nothing of the key, even beside the prefix that all keys of a service share', () => {
    const harmless = [
      'Daily quota exceeded. Try again in 86400 seconds.',
      'Keys begin with tfn_live_.',
      'Request 5f0c2a9e77d14b3c8a6e0d91f2b4c7e3 failed (dGhpcyBpcyBub3QgYSBrZXk=).',
      'See https://api.example/docs?topic=%22keys%22&lang=en for \\u201chelp\\u201d.',
    ];
    for (const text of harmless) expect(sanitizeDetail(text, KEY)).toBe(text);
  });

  it('never contains the key', () => {
    const keys = fc.string({ minLength: 1, maxLength: 60 }).filter((key) => key.trim() !== '');
    fc.assert(
      fc.property(keys, fc.string(), fc.string(), (key, before, after) => {
        const shown = sanitizeDetail(`${before}${key}${after}`, key);
        return shown === undefined || !shown.includes(key.trim());
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a server’s text with the key', () => {
  it.each(Object.entries(ENCODINGS))('%s is dropped', (_, echo) => {
    expect(sanitizeDetail(`Unknown key ${echo}`, KEY)).toBeUndefined();
    expect(sanitizeDetail(`Unknown key "${echo}".`, KEY)).toBeUndefined();
  });

  it.each(Object.entries(ENCODINGS))('%s is dropped if it holds two thirds of it', (_, echo) => {
    const third = Math.floor(echo.length / 3);
    expect(sanitizeDetail(`Unknown key ${echo.slice(third)}`, KEY)).toBeUndefined();
    expect(sanitizeDetail(`Unknown key ${echo.slice(0, -third)}…`, KEY)).toBeUndefined();
  });

  it('is dropped in every encoding for any key of eight characters or more', () => {
    const keys = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
      minLength: 8,
      maxLength: 80,
    });
    fc.assert(
      fc.property(keys, fc.string({ maxLength: 4 }), (key, before) => {
        const texts = [
          `${before}${[...key].reverse().join('')}`,
          Buffer.from(before + key).toString('base64'),
          Buffer.from(before + key).toString('hex'),
          each((code) => `%${hex(code)}`, key),
        ];
        return texts.every((text) => sanitizeDetail(text, key) === undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('is judged quickly, however long the key and the text are', () => {
    const key = 'k7Q'.repeat(1365);
    const started = performance.now();
    expect(sanitizeDetail('x'.repeat(1_000_000), key)).toHaveLength(200);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
