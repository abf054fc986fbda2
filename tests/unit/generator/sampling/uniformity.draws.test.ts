import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../../lib/generator/index.ts';
import { admissible, METHODS, SMALL_POLICIES, setOf } from '../../../support/policies.ts';
import { listedRandom, seededRandom, UsedUp, walkBytes } from '../../../support/scripted-random.ts';

const DRAWS = 1_000_000;

/** The chi-squared statistic of the draws against equal likelihood. */
function chiSquared(strings: readonly string[], draw: () => string): number {
  const seen = new Map(strings.map((string) => [string, 0]));
  for (let i = 0; i < DRAWS; i++) {
    const string = draw();
    const count = seen.get(string);
    if (count === undefined) throw new Error(`${string} is not admissible`);
    seen.set(string, count + 1);
  }
  const expected = DRAWS / strings.length;
  return [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The drawn string; `undefined` if that takes more bytes than are listed. */
function drawnOrNot(draw: () => string): string | undefined {
  try {
    return draw();
  } catch (error) {
    if (error instanceof UsedUp) return undefined;
    throw error;
  }
}

/** Six standard deviations around the mean of chi-squared: an honest source is outside once in 10^8 runs. */
function boundsFor(strings: readonly string[]) {
  const freedom = strings.length - 1;
  return { least: freedom - 6 * Math.sqrt(2 * freedom), most: freedom + 6 * Math.sqrt(2 * freedom) };
}

/**
 * Draws as most generators do: one of each class, fill up, shuffle. It is not uniform, and the test must
 * detect that.
 */
function oneOfEachThenShuffle({ alphabet, required, minLength }: Policy, random: () => number): string {
  const any = (from: string) => from.charAt(Math.floor(random() * from.length));
  const password = required.map(({ characters }) => any(characters));
  while (password.length < minLength) password.push(any(alphabet));
  for (let i = password.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [password[i], password[j]] = [password[j] ?? '', password[i] ?? ''];
  }
  return password.join('');
}

const CASES = Object.entries(SMALL_POLICIES).flatMap(([name, policy]) =>
  (Object.keys(METHODS) as (keyof typeof METHODS)[]).map((method) => ({ name, policy, method })),
);

describe('the passwords of a policy', () => {
  it.each(CASES)('are drawn uniformly: $name, by $method', { timeout: 120_000 }, ({ policy, method }) => {
    const strings = admissible(policy);
    const { count, next } = setOf(policy, seededRandom(20261121), method);
    expect(count).toBe(BigInt(strings.length));
    const statistic = chiSquared(strings, next);
    expect(statistic).toBeGreaterThan(boundsFor(strings).least);
    expect(statistic).toBeLessThan(boundsFor(strings).most);
  });

  it('are not from a generator that forces classes, so the test can fail', { timeout: 120_000 }, () => {
    const policy = SMALL_POLICIES['two classes'] as Policy;
    const strings = admissible(policy);
    const bytes = new Uint8Array(4);
    const source = seededRandom(7);
    const random = () => {
      source(bytes);
      return new DataView(bytes.buffer).getUint32(0) / 2 ** 32;
    };
    const statistic = chiSquared(strings, () => oneOfEachThenShuffle(policy, random));
    expect(statistic).toBeGreaterThan(boundsFor(strings).most);
  });
});

describe('walking every string of random bytes', () => {
  const TINY: { name: string; depth: number; policy: Policy }[] = [
    {
      name: 'two classes, three letters',
      depth: 2,
      policy: {
        alphabet: 'ab1',
        required: ['ab', '1'].map((characters) => ({ characters, min: 1 })),
        minLength: 2,
        maxLength: 2,
      },
    },
    {
      name: 'no letter twice in a row',
      depth: 2,
      policy: { alphabet: 'abc', required: [], minLength: 2, maxLength: 2, maxConsecutive: 1 },
    },
    {
      name: 'a class that is no power of two',
      depth: 2,
      policy: { alphabet: 'a1', required: [{ characters: 'a', min: 1 }], minLength: 2, maxLength: 2 },
    },
  ];

  it('gives each password exactly equally often, if the first byte of a word decides the string', () => {
    const classes = ['ab', 'cd'].map((characters) => ({ characters, min: 1 }));
    for (const required of [[], classes]) {
      const policy = { alphabet: 'abcd', required, minLength: 4, maxLength: 4 };
      for (const low of [0, 1, 0x7f, 0xff]) {
        const words = Array.from({ length: 256 }, (_, high) => listedRandom([low, low, low, high]));
        const drawn = words.map((word) => drawnOrNot(() => setOf(policy, word, 'rejection', 4).next()));
        expect(drawn.filter((password) => password !== undefined).sort()).toEqual(admissible(policy).sort());
      }
    }
  });

  it('gives each of 6^4 strings for 3,313,996 of the 2^32 words', () => {
    const policy = { alphabet: 'abcdef', required: [], minLength: 4, maxLength: 4 };
    const draw = (word: number) => {
      const bytes = new Uint8Array(Uint32Array.of(word).buffer);
      return drawnOrNot(() => setOf(policy, listedRandom([...bytes]), 'rejection', 4).next());
    };
    const tuples = 6 ** 4;
    const least = 2 ** 32 % tuples;
    for (const [i, string] of admissible(policy).entries()) {
      // Results rise with the word, so the first and last words for this string show how many there are.
      const first = Math.ceil((i * 2 ** 32) / tuples);
      const end = Math.ceil(((i + 1) * 2 ** 32) / tuples);
      const refused = (first * tuples) % 2 ** 32 < least;
      expect(draw(first)).toBe(refused ? undefined : string);
      expect([draw(first + 1), draw(end - 1)]).toEqual([string, string]);
      expect(end - first - Number(refused)).toBe(Math.floor(2 ** 32 / tuples));
    }
  });

  it.each(TINY)(
    'gives each password exactly equally often: $name',
    { timeout: 120_000 },
    ({ policy, depth }) => {
      const strings = admissible(policy);
      const { results, undecided } = walkBytes(depth, (random) =>
        setOf(policy, random, 'position', 1).next(),
      );
      expect([...results.keys()].sort()).toEqual(strings.sort());
      // The next bytes split what is undecided after so many. Nothing else may be missing or extra.
      for (const decided of results.values()) {
        const missing = 256n ** BigInt(depth) - decided * BigInt(strings.length);
        expect(missing).toBeLessThanOrEqual(undecided * BigInt(strings.length));
        expect(missing).toBeGreaterThanOrEqual(-undecided * BigInt(strings.length));
      }
    },
  );
});
