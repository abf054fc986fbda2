import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARACTERS } from '../../../../lib/generator/charset.ts';
import { compile, type Policy } from '../../../../lib/generator/index.ts';
import { admissible } from '../../../support/policies.ts';

const CLASSES = Object.values(CHARACTERS);
const ALL = CLASSES.join('');

function countOf(policy: Policy): bigint {
  const compiled = compile(policy);
  if (compiled.ok) return compiled.count;
  if (compiled.error.code === 'unmeetable') return 0n;
  throw new Error(compiled.error.message);
}

/** Counts the strings with at least one of each class by inclusion and exclusion. */
function withEach(alphabet: string, classes: readonly string[], length: number): bigint {
  let count = 0n;
  for (let mask = 0; mask < 1 << classes.length; mask++) {
    const left = classes.filter((_, i) => mask & (1 << i));
    const letters = [...alphabet].filter((letter) => !left.some((set) => set.includes(letter))).length;
    count += (left.length & 1 ? -1n : 1n) * BigInt(letters) ** BigInt(length);
  }
  return count;
}

describe('the count', () => {
  it('equals the length of the full list, for any small policy', { timeout: 60_000 }, () => {
    const set = fc.subarray([...'abc1é😀'], { minLength: 1 }).map((letters) => letters.join(''));
    const policies = fc
      .record({
        alphabet: set,
        required: fc.array(fc.record({ characters: set, min: fc.integer({ min: 0, max: 3 }) }), {
          maxLength: 3,
        }),
        minLength: fc.integer({ min: 1, max: 5 }),
        more: fc.integer({ min: 0, max: 2 }),
        maxConsecutive: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        notFirst: fc.option(set, { nil: undefined }),
        notLast: fc.option(set, { nil: undefined }),
      })
      .map(({ more, ...policy }) => ({ ...policy, maxLength: Math.min(5, policy.minLength + more) }));
    fc.assert(
      fc.property(policies, (policy) => countOf(policy) === BigInt(admissible(policy).length)),
      { numRuns: 200 },
    );
  });

  it.each([8, 16, 64, 128])('is the closed form for four classes at length %d', (length) => {
    const required = CLASSES.map((characters) => ({ characters, min: 1 }));
    const policy = { alphabet: ALL, required, minLength: length, maxLength: length };
    expect(countOf(policy)).toBe(withEach(ALL, CLASSES, length));
  });

  it('is the closed form for eight classes that overlap, at 128 characters, without overflow', () => {
    const sets = [...CLASSES, 'aeiouAEIOU', '02468!#%', 'abcdefABCDEF0123', "zyx987.,:;'"];
    const required = sets.map((characters) => ({ characters, min: 1 }));
    const policy = { alphabet: ALL, required, minLength: 128, maxLength: 128 };
    expect(countOf(policy)).toBe(withEach(ALL, sets, 128));
    expect(compile(policy)).toMatchObject({ entropyBits: 839 });
  });

  it('is the closed form if no character may repeat', () => {
    const policy = { alphabet: ALL, required: [], minLength: 128, maxLength: 128, maxConsecutive: 1 };
    expect(countOf(policy)).toBe(94n * 93n ** 127n);
  });

  it('adds up over a range of lengths', () => {
    const policy = { alphabet: 'ab', required: [], minLength: 1, maxLength: 100 };
    expect(countOf(policy)).toBe(2n ** 101n - 2n);
  });

  it('counts a character once even if it is twice in the alphabet', () => {
    expect(countOf({ alphabet: 'aab', required: [], minLength: 2, maxLength: 2 })).toBe(4n);
  });
});
