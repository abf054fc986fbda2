import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS, undocumentedSymbols } from '../../../lib/api/presets.ts';
import { refusalOf, upperBound } from '../../../lib/api/verify.ts';
import { generate } from '../../../lib/generator/index.ts';
import { GOOD, optionsOf } from '../../support/api-call.ts';

const anyOptions = fc.record({
  length: fc.integer({ min: 4, max: 128 }),
  uppercase: fc.boolean(),
  lowercase: fc.boolean(),
  numbers: fc.boolean(),
  symbols: fc.boolean(),
  exclude: fc.string({ unit: 'grapheme', maxLength: 12 }),
  avoidLookAlikes: fc.boolean(),
});

describe('the check', () => {
  it('lets everything pass that the generator of this device makes, and bounds it by the same number', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const made = generate({ kind: 'password', ...options });
        if (!made.ok) return true;
        const bound = upperBound(made.password, options, '');
        expect(refusalOf(made.password, options)).toBeUndefined();
        expect(bound.entropyAtMostBits).toBe(made.entropyBits);
        return bound.strengthAtMost === made.strength;
      }),
    );
  });

  it('asks for what was seen only when all else is well', () => {
    const asked: string[] = [];
    const seen = (password: string) => asked.push(password) > 0;
    expect(refusalOf('short', optionsOf(), seen)).toBe('wrong_length');
    expect(refusalOf(GOOD, optionsOf(), seen)).toBe('seen_before');
    expect(asked).toEqual([GOOD]);
  });
});

describe('the bound', () => {
  it('is lower where the service documents fewer symbols', () => {
    const unused = undocumentedSymbols(PRESETS['api-ninjas']);
    expect(unused).toHaveLength(22);
    expect(upperBound('nYs43u5f1oGK9*g5', optionsOf(), unused).entropyAtMostBits).toBe(98.4);
    expect(upperBound('nYs43u5f1oGK9*g5', optionsOf(), '').entropyAtMostBits).toBe(104.6);
  });

  it('is not, once the password holds a symbol that is not documented', () => {
    const unused = undocumentedSymbols(PRESETS['api-ninjas']);
    expect(upperBound('nYs43u5f1oGK9~g5', optionsOf(), unused).entropyAtMostBits).toBe(104.6);
  });
});
