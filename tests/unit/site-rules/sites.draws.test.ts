import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_OPTIONS,
  type GeneratorError,
  generate,
  type PasswordOptions,
} from '../../../lib/generator/index.ts';
import { fitToRule } from '../../../lib/site-rules/fit/fit.ts';
import { compileWithin, generateWithin } from '../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import { parsePasswordRules } from '../../../lib/site-rules/passwordrules/parse.ts';
import { isSatisfiable, objections, type PlainRule } from '../../support/rule-validator.ts';

const VECTORS: (PlainRule & { rules: string })[] = JSON.parse(
  readFileSync(new URL('vectors/rules-vectors.json', import.meta.url), 'utf8'),
);
/** The sets of the vectors come from the public parser. */
const RULES = VECTORS.filter(({ rules }) => rules.includes(':'));

/** Checks that a refusal names the exclusions, the site or the options, whichever is the cause. */
function expectCause({ code, option }: GeneratorError, rule: PlainRule, asked: Partial<PasswordOptions>) {
  if (option === 'exclude' && code === 'unmeetable') {
    expect([isSatisfiable(rule), isSatisfiable(rule, asked.exclude)]).toEqual([true, false]);
  } else if (option === 'siteRules') expect(isSatisfiable(rule)).toBe(false);
  else expect(generate({ kind: 'password', ...asked })).toMatchObject({ ok: false, error: { code, option } });
}

describe('rules of real sites', () => {
  it('are never broken by default options, in 1,000 draws for each', { timeout: 120_000 }, () => {
    let fitted = 0;
    for (const rule of RULES) {
      // The merge drops what no password could meet, so only `fitToRule` refuses an impossible rule.
      const { ok } = fitToRule(DEFAULT_OPTIONS, parsePasswordRules(rule.rules));
      expect([rule.rules, ok]).toEqual([rule.rules, isSatisfiable(rule)]);
      const merged = mergeRules({ passwordRules: rule.rules });
      const set = compileWithin(DEFAULT_OPTIONS, merged);
      if (!set.ok) expect.fail(`${rule.rules}: ${set.error.message}`);
      if (!ok) continue;
      expect([rule.rules, merged.contradictions]).toEqual([rule.rules, []]);
      fitted++;
      for (let i = 0; i < 1000; i++) {
        const refused = objections(set.next(), rule);
        if (refused.length) expect.fail(`${rule.rules}: ${refused.join()}`);
      }
    }
    expect(fitted).toBeGreaterThan(390);
  });

  const options: fc.Arbitrary<Partial<PasswordOptions>> = fc.record({
    length: fc.integer({ min: 4, max: 128 }),
    uppercase: fc.boolean(),
    lowercase: fc.boolean(),
    numbers: fc.boolean(),
    symbols: fc.boolean(),
    exclude: fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
    avoidLookAlikes: fc.boolean(),
    minNumbers: fc.integer({ min: 0, max: 5 }),
    minSymbols: fc.integer({ min: 0, max: 5 }),
    maxConsecutive: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  }) as fc.Arbitrary<Partial<PasswordOptions>>;

  it('are met with any options that are possible without the site, if such a password exists', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULES), options, (rule, asked) => {
        const all = { ...DEFAULT_OPTIONS, ...asked };
        const fitted = fitToRule(all, parsePasswordRules(rule.rules));
        if (!fitted.ok) expectCause(fitted.error, rule, asked);
        else expect(isSatisfiable(rule, asked.exclude)).toBe(true);
        // The merge keeps only a part of a rule that no password could meet.
        if (!isSatisfiable(rule)) return;
        const made = generateWithin(all, mergeRules({ passwordRules: rule.rules }));
        if (!made.ok) return expectCause(made.error, rule, asked);
        expect(objections(made.password, rule)).toEqual([]);
        expect([...made.password].filter((letter) => asked.exclude?.includes(letter))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
