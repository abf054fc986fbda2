import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeDetail } from '../../../lib/api/detail.ts';

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
