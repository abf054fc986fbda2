import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS, undocumentedSymbols } from '../../../lib/api/presets.ts';
import { findRefusal, upperBound } from '../../../lib/api/verify-password.ts';
import { generate } from '../../../lib/generator/index.ts';
import { anyOptions, GOOD, optionsOf } from '../../support/api-call.ts';

describe('the check', () => {
  it('passes everything that this device generates, and bounds it by the same number', () => {
    fc.assert(
      fc.property(anyOptions(12), (options) => {
        const made = generate({ kind: 'password', ...options });
        if (!made.ok) return true;
        const bound = upperBound(made.password, options, '');
        expect(findRefusal(made.password, options)).toBeUndefined();
        expect(bound.entropyAtMostBits).toBe(made.entropyBits);
        return bound.strengthAtMost === made.strength;
      }),
    );
  });

  it('looks up seen passwords only if everything else is valid', () => {
    const checked: string[] = [];
    const seen = (password: string) => checked.push(password) > 0;
    expect(findRefusal('short', optionsOf(), seen)).toBe('wrong_length');
    expect(findRefusal(GOOD, optionsOf(), seen)).toBe('seen_before');
    expect(checked).toEqual([GOOD]);
  });
});

describe('the bound', () => {
  it('is lower if the service documents fewer symbols', () => {
    const unused = undocumentedSymbols(PRESETS['api-ninjas']);
    expect(unused).toHaveLength(22);
    expect(upperBound('nYs43u5f1oGK9*g5', optionsOf(), unused).entropyAtMostBits).toBe(98.4);
    expect(upperBound('nYs43u5f1oGK9*g5', optionsOf(), '').entropyAtMostBits).toBe(104.6);
  });

  it('is not lower if the password contains an undocumented symbol', () => {
    const unused = undocumentedSymbols(PRESETS['api-ninjas']);
    expect(upperBound('nYs43u5f1oGK9~g5', optionsOf(), unused).entropyAtMostBits).toBe(104.6);
  });
});
