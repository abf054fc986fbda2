import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, generate, type PasswordOptions } from '../../../lib/generator/index.ts';
import { isSatisfiable, objections, type PlainRule } from '../../support/rule-validator.ts';

const VECTORS: (PlainRule & { rules: string })[] = JSON.parse(
  readFileSync(new URL('vectors/rules-vectors.json', import.meta.url), 'utf8'),
);
/** The sets of the vectors say what a text means: they come from the public parser. */
const RULES = VECTORS.filter(({ rules }) => rules.includes(':'));

describe('rules of real sites', () => {
  it('are never broken by default options, in 1,000 draws for each', { timeout: 120_000 }, () => {
    let fitted = 0;
    for (const rule of RULES) {
      const set = compile({ kind: 'password', siteRules: rule.rules });
      expect([rule.rules, set.ok]).toEqual([rule.rules, isSatisfiable(rule)]);
      if (!set.ok) continue;
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

  it('are kept with any options that could be met without the site, if there is such a password', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULES), options, (rule, asked) => {
        const made = generate({ kind: 'password', siteRules: rule.rules, ...asked });
        if (made.ok) {
          expect(objections(made.password, rule)).toEqual([]);
          expect([...made.password].filter((letter) => asked.exclude?.includes(letter))).toEqual([]);
          return;
        }
        const { code, option } = made.error;
        if (option === 'exclude' && code === 'unmeetable') {
          expect([isSatisfiable(rule), isSatisfiable(rule, asked.exclude)]).toEqual([true, false]);
        } else if (option === 'siteRules') expect(isSatisfiable(rule)).toBe(false);
        // What is left are the options' own faults.
        else
          expect(generate({ kind: 'password', ...asked })).toMatchObject({
            ok: false,
            error: { code, option },
          });
      }),
      { numRuns: 1500 },
    );
  });
});
