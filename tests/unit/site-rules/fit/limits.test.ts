import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../../lib/generator/index.ts';
import { policyDfa } from '../../../../lib/generator/policy/policy-dfa.ts';
import { unmetBound } from '../../../../lib/site-rules/check.ts';
import { everything, policyFor } from '../../../../lib/site-rules/fit/plan.ts';
import { compileWithin } from '../../../../lib/site-rules/generate-within.ts';
import type { SiteRule } from '../../../../lib/site-rules/rule.ts';
import { mergedRule } from '../../../support/merged-rule.ts';
import { seededRandom } from '../../../support/scripted-random.ts';

const DRAWS = 100_000;

interface Case {
  name: string;
  rule: Partial<SiteRule>;
  /** Whether a string over the allowed characters is admissible. Shares no code with the rules. */
  admits: RegExp;
}

const limit = (characters: string, max: number) => ({ characters, max });
const five = (allowed: string) => ({ allowed, minLength: 5, maxLength: 5 });

/** The options require one of each class that is left. */
const EXACT: Case[] = [
  {
    name: 'at most two digits',
    rule: { ...five('abc12'), limited: [limit('0123456789', 2)] },
    admits: /^(?=.*\d)(?=.*[a-c])(?!(.*\d){3})/,
  },
  {
    name: 'exactly one sign',
    rule: { ...five('ab!?'), required: [{ characters: '!?', min: 1 }], limited: [limit('!?', 1)] },
    admits: /^[ab]*[!?][ab]*$/,
  },
  {
    name: 'limits on sets that overlap',
    rule: { ...five('abc1'), limited: [limit('ab', 3), limit('bc1', 3)] },
    admits: /^(?=.*1)(?=.*[abc])(?!(.*[ab]){4})(?!(.*[bc1]){4})/,
  },
  {
    name: 'two letters in a row at most',
    rule: { ...five('abc1'), runs: [limit('abc', 2)] },
    admits: /^(?=.*1)(?=.*[abc])(?!.*[abc]{3})/,
  },
  {
    name: 'no class twice in a row, at most two of one sign, and ends',
    rule: {
      ...five('ab12'),
      runs: [limit('ab', 1), limit('12', 2)],
      limited: [limit('1', 2)],
      notFirst: '1',
      notLast: 'b',
    },
    admits: /^(?!1)(?=.*\d)(?=.*[ab])(?!.*[ab]{2})(?!.*\d{3})(?!(.*1){3}).*[^b]$/,
  },
  {
    name: 'limits beside a limit on one character',
    rule: { ...five('abc12'), limited: [limit('12', 2)], maxConsecutive: 1 },
    admits: /^(?=.*\d)(?=.*[abc])(?!(?:.*\d){3})(?!.*(.)\1)/,
  },
];

const AT_LEAST: Case[] = [
  {
    name: 'no character twice',
    rule: { ...five('abcde12'), repeats: [limit('abcde12', 1)] },
    admits: /^(?=.*\d)(?=.*[a-e])(?!.*(.).*\1)/,
  },
  {
    name: 'each letter twice at most, each digit once',
    rule: { ...five('abc12'), repeats: [limit('abc', 2), limit('12', 1)] },
    admits: /^(?=.*\d)(?=.*[abc])(?!.*([12]).*\1)(?!.*(.).*\2.*\2)/,
  },
  {
    name: 'no neighbors',
    rule: { ...five('abde1'), maxSequential: 1 },
    admits: /^(?=.*1)(?=.*[a-e])(?!.*(ab|ba|de|ed))/,
  },
  {
    name: 'no sequence of three, whatever its case',
    rule: { ...five('aBcd1'), maxSequential: 2 },
    admits: /^(?=.*1)(?=.*B)(?=.*[acd])(?!.*(aBc|Bcd|cBa|dcB))/,
  },
  {
    name: 'texts that are blocked',
    rule: { ...five('abc1'), blocked: ['AB', 'c1a', 'abca'] },
    admits: /^(?=.*1)(?=.*[abc])(?!.*(ab|c1a))/,
  },
  {
    name: 'all of it at once, at ends and within limits',
    rule: {
      ...five('abcdef12'),
      blocked: ['ca'],
      maxSequential: 2,
      repeats: [limit('abc', 2)],
      limited: [limit('12', 2)],
      notFirst: '2',
      maxConsecutive: 1,
    },
    admits:
      /^(?!2)(?=.*\d)(?=.*[a-f])(?!(?:.*\d){3})(?!.*(?:ca|abc|bcd|cde|def|cba|dcb|edc|fed))(?!.*(.)\1)(?!.*([abc]).*\2.*\2)/,
  },
];

function strings(alphabet: string, length: number): string[] {
  let all = [''];
  for (let i = 0; i < length; i++)
    all = all.flatMap((string) => [...alphabet].map((letter) => string + letter));
  return all;
}

/** The set, and how often each admissible password came out of many draws. */
function drawn({ rule, admits }: Case) {
  const admissible = strings(rule.allowed as string, 5).filter((string) => admits.test(string));
  const set = compileWithin(DEFAULT_OPTIONS, mergedRule(rule), seededRandom(20261128));
  if (!set.ok) throw new Error(set.error.message);
  const seen = new Map(admissible.map((string) => [string, 0]));
  for (let i = 0; i < DRAWS; i++) {
    const password: string = set.next();
    const times = seen.get(password);
    if (times === undefined) expect.fail(`${password} is not admissible`);
    seen.set(password, times + 1);
  }
  return { set, admissible, seen: [...seen.values()] };
}

/** Chi-squared less its mean, in standard deviations. An honest source is beyond six once in 10^8 runs. */
function deviation(seen: readonly number[]): number {
  const expected = DRAWS / seen.length;
  const statistic = seen.reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);
  const freedom = seen.length - 1;
  return Math.abs(statistic - freedom) / Math.sqrt(2 * freedom);
}

describe('passwords within limits', () => {
  it.each(EXACT)('are counted exactly and equally likely: $name', { timeout: 60_000 }, (each) => {
    const { set, admissible, seen } = drawn(each);
    expect(set.count).toBe(BigInt(admissible.length));
    expect(set).not.toHaveProperty('isAtLeast');
    expect(deviation(seen)).toBeLessThan(6);
  });

  it.each(AT_LEAST)('that are drawn again are equally likely: $name', { timeout: 60_000 }, (each) => {
    const { set, admissible, seen } = drawn(each);
    expect(set.isAtLeast).toBe(true);
    expect(set.count).toBeLessThanOrEqual(BigInt(admissible.length));
    expect(set.count).toBeGreaterThan(0n);
    expect(deviation(seen)).toBeLessThan(6);
  });

  it('have a bound that is exact where all letters are alike', () => {
    const digits = { allowed: '0123456789', maxLength: 6, repeats: [limit('0123456789', 1)] };
    const set = compileWithin(DEFAULT_OPTIONS, mergedRule(digits));
    expect(set).toMatchObject({ ok: true, count: 151_200n, isAtLeast: true, entropyBits: 17.2 });
  });

  it('are never counted above their number', { timeout: 120_000 }, () => {
    const set = fc.uniqueArray(fc.constantFrom(...'abcB12!'), { minLength: 1, maxLength: 7 });
    const limits = fc.array(fc.tuple(set, fc.integer({ min: 1, max: 3 })), { maxLength: 2 });
    const maybe = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: undefined });
    const all = strings('abcB12', 5);
    fc.assert(
      fc.property(
        fc.record({
          limited: limits,
          runs: limits,
          repeats: limits,
          blocked: fc.array(fc.constantFrom('a', 'ab', 'bb1', 'C12', 'x', 'abcab', 'abcabc'), {
            maxLength: 3,
          }),
          maxSequential: maybe(3),
          maxConsecutive: maybe(3),
          notFirst: set,
          notLast: set,
        }),
        (raw) => {
          const sets = (limits: [string[], number][]) =>
            limits.map(([characters, max]) => limit(characters.join(''), max));
          const rule: SiteRule = {
            ...raw,
            allowed: 'abcB12',
            required: [{ characters: '12', min: 1 }],
            limited: sets(raw.limited),
            runs: sets(raw.runs),
            repeats: sets(raw.repeats),
            notFirst: raw.notFirst.slice(0, 2).join(''),
            notLast: raw.notLast.slice(0, 2).join(''),
          };
          const policy = policyFor(everything, rule, 5);
          const dfa = policy && policyDfa(policy);
          if (!policy?.sieve || !dfa) return;
          const admissible = all.filter((password) => !unmetBound(password, rule)).length;
          expect(policy.sieve.atLeast(dfa, 5)).toBeLessThanOrEqual(BigInt(admissible));
        },
      ),
      { numRuns: 300 },
    );
  });
});
