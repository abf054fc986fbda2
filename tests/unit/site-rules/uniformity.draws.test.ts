import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, type PasswordOptions } from '../../../lib/generator/index.ts';
import { compileWithin } from '../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import type { RawSources } from '../../../lib/site-rules/read-sources.ts';
import { objections, type PlainRule } from '../../support/rule-validator.ts';
import { seededRandom } from '../../support/scripted-random.ts';

const DRAWS = 400_000;
const plain = (rule: Partial<PlainRule>): PlainRule => ({
  required: [],
  allowed: '',
  minlength: null,
  maxlength: null,
  maxConsecutive: null,
  ...rule,
});

interface Case {
  name: string;
  sources: RawSources;
  options?: Partial<PasswordOptions>;
  /**
   * The alphabet, and whether a string of it, of the length drawn, is admissible. Shares no code with the
   * rules.
   */
  alphabet: string;
  length: number;
  admits: (password: string) => boolean;
}

const has = (set: string) => (password: string) => [...set].some((letter) => password.includes(letter));
const byRule = (rule: PlainRule) => (password: string) => objections(password, rule).length === 0;
const [LETTERS, DIGITS] = ['abc', '12'];

/** The options require one of each class that is left; the rule sets everything else. */
const CASES: Case[] = [
  {
    name: 'two required classes',
    sources: { passwordRules: 'required: [abc]; required: [12]; minlength: 5; maxlength: 5' },
    alphabet: LETTERS + DIGITS,
    length: 5,
    admits: byRule(plain({ required: [LETTERS, DIGITS], allowed: LETTERS + DIGITS })),
  },
  {
    name: 'two required classes, no character twice in a row',
    sources: {
      passwordRules: 'required: [abc]; required: [12]; minlength: 5; maxlength: 5; max-consecutive: 1',
    },
    alphabet: LETTERS + DIGITS,
    length: 5,
    admits: byRule(plain({ required: [LETTERS, DIGITS], allowed: LETTERS + DIGITS, maxConsecutive: 1 })),
  },
  {
    name: 'two required classes that overlap, two in a row at most',
    sources: {
      passwordRules:
        'required: [ab1]; required: [b12]; allowed: [c]; minlength: 5; maxlength: 5; max-consecutive: 2',
    },
    alphabet: LETTERS + DIGITS,
    length: 5,
    admits: (password) =>
      byRule(
        plain({ required: ['ab1', 'b12', LETTERS, DIGITS], allowed: LETTERS + DIGITS, maxConsecutive: 2 }),
      )(password),
  },
  {
    name: 'options and rule together',
    sources: { passwordRules: 'required: [!?]; allowed: [abc1]; maxlength: 4; max-consecutive: 2' },
    options: { numbers: false, exclude: 'c' },
    alphabet: 'ab!?',
    length: 4,
    admits: (password) =>
      has('ab')(password) &&
      has('!?')(password) &&
      byRule(plain({ allowed: 'ab!?', maxConsecutive: 2 }))(password),
  },
  {
    name: 'a pattern that bounds do not express',
    sources: { pattern: '(?!.*ab)(?:[abc]+[12]+|[12][abc]{4})' },
    options: { length: 5 },
    alphabet: LETTERS + DIGITS,
    length: 5,
    admits: (password) => /^(?!.*ab)(?:[abc]+[12]+|[12][abc]{4})$/.test(password),
  },
  {
    name: 'a pattern and runs',
    sources: { pattern: '(?=.*a.*1)[abc12]{5}', passwordRules: 'max-consecutive: 2' },
    options: { length: 5 },
    alphabet: LETTERS + DIGITS,
    length: 5,
    admits: (password) => /^(?!.*(.)\1\1)(?=.*a.*1)[abc12]{5}$/.test(password),
  },
];

function strings(alphabet: string, length: number): string[] {
  let all = [''];
  for (let i = 0; i < length; i++)
    all = all.flatMap((string) => [...alphabet].map((letter) => string + letter));
  return all;
}

describe('the passwords that policy and rule admit', () => {
  it.each(CASES)(
    'are all of them, counted exactly and equally likely: $name',
    { timeout: 60_000 },
    ({ sources, options, alphabet, length, admits }) => {
      const admissible = strings(alphabet, length).filter(admits);
      const merged = mergeRules(sources);
      expect(merged).toMatchObject({ contradictions: [], unread: [] });
      const set = compileWithin({ ...DEFAULT_OPTIONS, ...options }, merged, seededRandom(20261123));
      if (!set.ok) throw new Error(set.error.message);
      expect(set.count).toBe(BigInt(admissible.length));
      const seen = new Map(admissible.map((string) => [string, 0]));
      for (let i = 0; i < DRAWS; i++) {
        const password: string = set.next();
        const count = seen.get(password);
        if (count === undefined) expect.fail(`${password} is not admissible`);
        seen.set(password, count + 1);
      }
      const expected = DRAWS / admissible.length;
      const statistic = [...seen.values()].reduce(
        (sum, count) => sum + (count - expected) ** 2 / expected,
        0,
      );
      // Six standard deviations around the mean: an honest source is outside once in 10^8 runs.
      const freedom = admissible.length - 1;
      expect(Math.abs(statistic - freedom)).toBeLessThan(6 * Math.sqrt(2 * freedom));
    },
  );
});
