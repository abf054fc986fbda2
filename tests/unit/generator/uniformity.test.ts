import { describe, expect, it } from 'vitest';
import { countPasswords } from '../../../lib/generator/count.ts';
import type { Policy } from '../../../lib/generator/policy.ts';
import { uniformBelow } from '../../../lib/generator/random.ts';
import { samplePassword } from '../../../lib/generator/sample.ts';
import { listedRandom, seededRandom } from '../../support/scripted-random.ts';

/** Every string over the policy's alphabet that holds each class. */
function admissible({ length, classes }: Policy): string[] {
  const alphabet = classes.flat();
  let strings = [''];
  for (let i = 0; i < length; i++) strings = strings.flatMap((s) => alphabet.map((c) => s + c));
  return strings.filter((s) => classes.every((characters) => characters.some((c) => s.includes(c))));
}

const SMALL: Policy[] = [
  {
    length: 4,
    classes: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  },
  { length: 3, classes: [['a'], ['1', '2'], ['!', '?', '+']] },
  { length: 2, classes: [['a', 'b', 'c', 'd', 'e']] },
  { length: 5, classes: [['a'], ['1']] },
];

/** The chi-squared statistic of `draws` passwords against equal likelihood. */
function chiSquared(strings: readonly string[], draws: number, draw: () => string): number {
  const seen = new Map(strings.map((string) => [string, 0]));
  for (let i = 0; i < draws; i++) {
    const string = draw();
    const count = seen.get(string);
    if (count === undefined) throw new Error(`${string} is not admissible`);
    seen.set(string, count + 1);
  }
  const expected = draws / strings.length;
  return [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Mean plus six standard deviations of chi-squared: an honest source is above once in a thousand million runs. */
const limitFor = (strings: readonly string[]) => strings.length - 1 + 6 * Math.sqrt(2 * (strings.length - 1));

/** What most generators do: one of each class, fill up, shuffle. Not uniform, and the test must see it. */
function oneOfEachThenShuffle({ length, classes }: Policy, random: () => number): string {
  const any = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const password = classes.map(any);
  while (password.length < length) password.push(any(classes.flat()));
  for (let i = password.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [password[i], password[j]] = [password[j] ?? '', password[i] ?? ''];
  }
  return password.join('');
}

describe('the set drawn from', () => {
  it.each(SMALL)('is counted exactly: %j', (policy) => {
    expect(countPasswords(policy)).toBe(BigInt(admissible(policy).length));
  });

  it.each(SMALL)('is drawn from uniformly: %j', (policy) => {
    const strings = admissible(policy);
    const random = seededRandom(20261121);
    const statistic = chiSquared(strings, 200_000, () => samplePassword(policy, random).password);
    expect(statistic).toBeLessThan(limitFor(strings));
  });

  it('is not, by a generator that forces classes: the test can fail', () => {
    const policy = SMALL[0] as Policy;
    const strings = admissible(policy);
    const bytes = new Uint8Array(4);
    const source = seededRandom(7);
    const random = () => {
      source(bytes);
      return new DataView(bytes.buffer).getUint32(0) / 2 ** 32;
    };
    expect(chiSquared(strings, 200_000, () => oneOfEachThenShuffle(policy, random))).toBeGreaterThan(
      limitFor(strings),
    );
  });

  it('comes out exactly once each when every random byte is tried', () => {
    const policy: Policy = {
      length: 4,
      classes: [
        ['a', 'b'],
        ['1', '2'],
      ],
    };
    const strings = admissible(policy);
    const ranks = Array.from({ length: strings.length }, (_, rank) => rank);
    const drawn = ranks.map((rank) => samplePassword(policy, listedRandom([rank])).password);
    expect(drawn.sort()).toEqual(strings.sort());
  });
});

describe('uniformBelow', () => {
  it('gives each number for exactly one pattern of bits, and draws again above the bound', () => {
    for (const bound of [1, 2, 3, 5, 8, 200]) {
      const draw = (byte: number) => Number(uniformBelow(BigInt(bound), listedRandom([byte, 0])));
      const bits = 2 ** (bound - 1).toString(2).length;
      const drawn = Array.from({ length: bits }, (_, byte) => draw(byte));
      expect(drawn.slice(0, bound)).toEqual(Array.from({ length: bound }, (_, i) => i));
      expect(drawn.slice(bound).every((number) => number === 0)).toBe(true);
    }
  });

  it('wipes the bytes that it has used', () => {
    const seen: Uint8Array[] = [];
    uniformBelow(2n ** 100n, (bytes) => {
      seen.push(bytes);
      bytes.fill(1);
    });
    expect(seen.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });
});
