import { describe, expect, it } from 'vitest';
import { compile, generate, isBelowFloor, type Policy, type Sieve } from '../../../../lib/generator/index.ts';
import { seededRandom } from '../../../support/scripted-random.ts';

/** Admits strings without two equal letters, with a bound that a test can choose. */
const distinct = (least: (length: number) => bigint): Sieve => ({
  admits: (password) => new Set(password).size === password.length,
  atLeast: (_, length) => least(length),
});
const policy = (sieve: Sieve, minLength = 3): Policy => ({
  alphabet: 'abcd',
  required: [{ characters: 'ab', min: 1 }],
  minLength,
  maxLength: 3,
  sieve,
});

describe('a sieve', () => {
  it('admits each string equally often, over all lengths', () => {
    // Of two letters 10 and of three 24 strings are distinct and hold `a` or `b`.
    const set = compile(
      policy(
        distinct((length) => (length === 2 ? 9n : 20n)),
        2,
      ),
      seededRandom(4),
    );
    if (!set.ok) throw new Error(set.error.message);
    expect(set).toMatchObject({ count: 29n, isAtLeast: true, entropyBits: 4.9 });
    const seen = new Map<string, number>();
    for (let i = 0; i < 34_000; i++) {
      const password: string = set.next();
      seen.set(password, (seen.get(password) ?? 0) + 1);
    }
    expect(seen.size).toBe(34);
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(6 * Math.sqrt(1000));
  });

  it('leaves a count exact that it does not lower', () => {
    const all: Sieve = { admits: () => true, atLeast: () => 56n };
    expect(compile(policy(all))).toMatchObject({ ok: true, count: 56n });
    expect(compile(policy(all))).not.toHaveProperty('isAtLeast');
  });

  it('is refused where too few strings are known to be admitted', () => {
    const refused = { ok: false, error: { code: 'unmeetable', option: 'sieve' } };
    expect(compile(policy(distinct(() => 0n)))).toMatchObject(refused);
    const rare: Sieve = { admits: () => true, atLeast: () => 1n };
    const long = { ...policy(rare), alphabet: 'abcdefghijklmnopqrstuvwxyz', minLength: 4, maxLength: 4 };
    expect(compile(long)).toMatchObject(refused);
  });

  it('that admits nothing ends with an error, as a broken source does', { timeout: 60_000 }, () => {
    const set = compile(policy({ admits: () => false, atLeast: () => 24n }));
    expect(() => set.ok && set.next()).toThrow('The random source is broken.');
  });
});

it('takes passwords below 40 bits for too weak', () => {
  expect([39.9, 40].map(isBelowFloor)).toEqual([true, false]);
  const pin = generate({ kind: 'pin', length: 12 });
  expect(pin.ok && isBelowFloor(pin.entropyBits)).toBe(true);
});
