import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { unmetBound } from '../../../lib/site-rules/check.ts';
import { generateWithin } from '../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import type { RawSources } from '../../../lib/site-rules/read-sources.ts';
import type { SiteRule } from '../../../lib/site-rules/rule.ts';
import { mergedRule } from '../../support/merged-rule.ts';

const limit = (characters: string, max: number) => ({ characters, max });

describe('checking a password against a rule', () => {
  it.each<[string, RawSources, string, string | undefined]>([
    ['too short', { minLength: 8 }, 'abc', 'min_length'],
    ['too long', { maxLength: 8 }, 'abcdefghi', 'max_length'],
    ['a character that is not taken', { passwordRules: 'allowed: lower' }, 'abC', 'allowed'],
    ['a character of no keyboard', {}, 'abcdé', 'allowed'],
    ['a class that is missing', { passwordRules: 'required: digit; allowed: lower' }, 'abc', 'required'],
    ['a run', { passwordRules: 'max-consecutive: 2' }, 'abbbc', 'max_consecutive'],
    ['the first', { pattern: '[a-z][a-z0-9]*' }, '1abc', 'not_first'],
    ['the last', { pattern: '(?!.*\\.$)[a-z.]+' }, 'abc.', 'not_last'],
    ['a form', { pattern: '([a-z][0-9])+' }, 'a1b', 'pattern'],
    ['nothing, in a form', { pattern: '([a-z][0-9])+' }, 'a1b2', undefined],
    ['nothing, at both ends', { pattern: '(?!.*\\.$)[a-z][a-z.]*' }, 'a.b', undefined],
    ['nothing', { passwordRules: 'minlength: 3; max-consecutive: 2; required: digit' }, '112', undefined],
  ])('finds %s', (_, sources, password, code) => {
    expect(unmetBound(password, mergeRules(sources).rule)?.code).toBe(code);
  });

  it.each<[Partial<SiteRule>, string, string | undefined]>([
    [{ limited: [limit('12', 2)] }, '1a2b1', 'limited'],
    [{ limited: [limit('12', 2)] }, '1a2b3', undefined],
    [{ limited: [limit('12', 0)] }, 'ab1', 'limited'],
    [{ runs: [limit('abc', 2)] }, 'ab1cab', 'runs'],
    [{ runs: [limit('abc', 2)] }, 'ab1ca', undefined],
    [{ repeats: [limit('ab', 1), limit('c', 2)] }, 'ccba1c', 'repeats'],
    [{ repeats: [limit('ab', 1)] }, 'cacb11', undefined],
    [{ maxSequential: 2 }, 'x4321', 'max_sequential'],
    [{ maxSequential: 2 }, 'xaBc', 'max_sequential'],
    [{ maxSequential: 3 }, 'abcABC089:;<', undefined],
    [{ maxSequential: 1 }, 'acf1z', undefined],
    [{ blocked: ['Acme'] }, '1ACME2', 'blocked'],
    [{ blocked: ['Acme'] }, 'Acm3', undefined],
    [{ notFirst: 'a', notLast: 'b' }, 'cb', 'not_last'],
  ])('finds limits: %o %s', (bounds, password, code) => {
    expect(unmetBound(password, mergedRule(bounds).rule)?.code).toBe(code);
  });

  it('accepts every password that is drawn within the rule', () => {
    const rules = fc.record({
      minLength: fc.integer({ min: 1, max: 20 }),
      maxLength: fc.integer({ min: 4, max: 40 }),
      pattern: fc.constantFrom('[a-z].*', '(?=.*\\d).{6,}', '(?!.*(.)\\1)\\S+', '.*'),
      passwordRules: fc.constantFrom('max-consecutive: 2', 'required: digit, upper', 'allowed: lower, digit'),
    });
    fc.assert(
      fc.property(rules, (sources) => {
        const merged = mergeRules(sources);
        const made = generateWithin(DEFAULT_OPTIONS, merged);
        expect(made.ok && unmetBound(made.password, merged.rule)).toBe(undefined);
      }),
      { numRuns: 60 },
    );
  });
});
