import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARACTERS, LOOK_ALIKES } from '../../../lib/generator/charset.ts';
import {
  CLASS_NAMES,
  type GenerateRequest,
  generate,
  type PasswordOptions,
} from '../../../lib/generator/index.ts';
import { strengthOf } from '../../../lib/generator/strength.ts';

const passwordOf = (options: Partial<PasswordOptions>) => {
  const made = generate({ kind: 'password', ...options });
  if (!made.ok) throw new Error(made.error.message);
  return made;
};
const errorOf = (options: unknown) => {
  const made = generate(options as GenerateRequest);
  return made.ok ? undefined : { code: made.error.code, option: made.error.option };
};

describe('generate', () => {
  it('makes 16 characters with every class by default', () => {
    const { password, entropyBits, strength } = passwordOf({});
    expect(password).toHaveLength(16);
    for (const name of CLASS_NAMES)
      expect([...password].some((c) => CHARACTERS[name].includes(c))).toBe(true);
    expect({ entropyBits, strength }).toEqual({ entropyBits: 104.6, strength: 'very_strong' });
  });

  it('meets every possible option', () => {
    const options = fc.record({
      length: fc.integer({ min: 4, max: 128 }),
      uppercase: fc.boolean(),
      lowercase: fc.boolean(),
      numbers: fc.boolean(),
      symbols: fc.boolean(),
      exclude: fc.string({ unit: 'grapheme', maxLength: 12 }),
      avoidLookAlikes: fc.boolean(),
    });
    fc.assert(
      fc.property(options, (asked) => {
        const made = generate({ kind: 'password', ...asked });
        if (!made.ok) return ['no_class', 'class_emptied'].includes(made.error.code);
        const characters = [...made.password];
        const enabled = CLASS_NAMES.filter((name) => asked[name]);
        const forbidden = new Set([...asked.exclude, ...(asked.avoidLookAlikes ? LOOK_ALIKES : '')]);
        return (
          characters.length === asked.length &&
          characters.every(
            (c) => !forbidden.has(c) && enabled.some((name) => CHARACTERS[name].includes(c)),
          ) &&
          enabled.every((name) => characters.some((c) => CHARACTERS[name].includes(c)))
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('excludes by code point and by case', () => {
    const made = Array.from({ length: 20 }, () =>
      passwordOf({ length: 128, symbols: false, exclude: 'aB😀́' }),
    );
    const password = made.map((each) => each.password).join('');
    expect(password).not.toMatch(/[aB]/);
    expect(password).toMatch(/[Ab]/);
  });

  it('counts the passwords exactly where that can be done by hand', () => {
    expect(passwordOf({ length: 4, uppercase: false, lowercase: false, symbols: false }).entropyBits).toBe(
      13.3,
    );
    expect(passwordOf({ length: 20, symbols: false }).entropyBits).toBe(119);
    expect(passwordOf({ length: 128 }).entropyBits).toBe(839);
    // One character of each class left, length 4: the 24 orders of them.
    const exclude = Object.values(CHARACTERS)
      .map((characters) => characters.slice(1))
      .join('');
    expect(passwordOf({ length: 4, exclude })).toMatchObject({ entropyBits: 4.6, strength: 'very_weak' });
  });

  it.each([
    [0, 'very_weak'],
    [29.9, 'very_weak'],
    [30, 'weak'],
    [50, 'fair'],
    [69.9, 'fair'],
    [70, 'strong'],
    [99.9, 'strong'],
    [100, 'very_strong'],
  ])('rates %d bits as %s', (bits, word) => {
    expect(strengthOf(bits)).toBe(word);
  });

  it.each([
    [{ kind: 'password', length: 3 }, 'shorter_than_classes', 'length'],
    [{ kind: 'password', length: 3, uppercase: false, lowercase: false }, 'out_of_range', 'length'],
    [{ kind: 'password', length: 129 }, 'out_of_range', 'length'],
    [{ kind: 'password', length: 12.5 }, 'not_an_integer', 'length'],
    [{ kind: 'password', length: '16' }, 'not_an_integer', 'length'],
    [{ kind: 'password', length: Number.NaN }, 'not_an_integer', 'length'],
    [{ kind: 'password', symbols: 'yes' }, 'not_a_boolean', 'symbols'],
    [{ kind: 'password', exclude: ['a'] }, 'not_a_string', 'exclude'],
    [
      { kind: 'password', uppercase: false, lowercase: false, numbers: false, symbols: false },
      'no_class',
      'classes',
    ],
    [{ kind: 'password', exclude: '0123456789' }, 'class_emptied', 'exclude'],
    [{ kind: 'password', exclude: '23456789', avoidLookAlikes: true }, 'class_emptied', 'exclude'],
    [{ kind: 'haiku' }, 'unknown_kind', 'kind'],
  ])('refuses %j with %s of %s', (request, code, option) => {
    expect(errorOf(request)).toEqual({ code, option });
  });

  it('names the class that an exclusion has emptied', () => {
    const made = generate({ kind: 'password', exclude: CHARACTERS.symbols });
    expect(made).toMatchObject({ ok: false, error: { characterClass: 'symbols' } });
  });

  it('treats an undefined option as one left out', () => {
    expect(generate({ kind: 'password', length: undefined } as unknown as GenerateRequest)).toMatchObject({
      ok: true,
    });
  });

  it('throws, and does not hang, when the random source is broken', () => {
    expect(() => generate({ kind: 'password' }, (bytes) => bytes.fill(0xff))).toThrow('random');
  });
});
