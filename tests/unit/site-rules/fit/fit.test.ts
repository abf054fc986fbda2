import { describe, expect, it } from 'vitest';
import {
  type Adjustment,
  DEFAULT_OPTIONS,
  type GenerateRequest,
  generate,
  type PasswordOptions,
  parsePasswordRules,
} from '../../../../lib/generator/index.ts';
import { fitToRule } from '../../../../lib/site-rules/fit/fit.ts';
import { mergeRules } from '../../../../lib/site-rules/merge.ts';
import { readPattern } from '../../../../lib/site-rules/pattern/read-pattern.ts';
import type { SiteRule } from '../../../../lib/site-rules/rule.ts';

type Options = Partial<PasswordOptions>;
const ONE_CLASS = { uppercase: false, lowercase: false, numbers: false, symbols: false };

function made(siteRules: string | SiteRule, options: Options = {}) {
  const result = generate({ kind: 'password', siteRules, ...options });
  if (!result.ok) throw new Error(result.error.message);
  return { ...result, length: result.password.length };
}
const pattern = (source: string) => readPattern(source) as SiteRule;

describe('options within a rule', () => {
  it('are not touched where the site has nothing against them', () => {
    const plain = generate({ kind: 'password' });
    expect(made('')).toMatchObject({ length: 16, adjustments: [], entropyBits: 104.6 });
    expect(made('minlength: 8; required: lower; required: digit, special; allowed: upper')).toMatchObject({
      adjustments: [],
    });
    expect(plain).not.toHaveProperty('adjustments', expect.anything());
  });

  it.each<[string, string | SiteRule, Options, Adjustment[]]>([
    ['shorter', 'maxlength: 12', {}, [{ code: 'shortened', to: 12 }]],
    ['longer', 'minlength: 20', {}, [{ code: 'lengthened', to: 20 }]],
    [
      'longer, for what must occur',
      'required: [-]; required: [!]; required: [@]; allowed: ascii-printable',
      { length: 4 },
      [{ code: 'lengthened', to: 6 }],
    ],
    [
      'longer, for what a class asks',
      'minlength: 9',
      { length: 4, minNumbers: 5 },
      [{ code: 'lengthened', to: 9 }],
    ],
    [
      'without a class',
      'allowed: upper, lower, digit',
      {},
      [{ code: 'class_removed', characterClass: 'symbols' }],
    ],
    [
      'with less of a class',
      'allowed: upper, lower, digit, [-!]',
      {},
      [{ code: 'class_limited', characterClass: 'symbols', characters: '!-' }],
    ],
    [
      'with a class that is off',
      'required: digit; allowed: lower, upper, special',
      { numbers: false },
      [{ code: 'class_added', characterClass: 'numbers', characters: '0123456789' }],
    ],
    [
      'with what is typed with least trouble',
      'required: special, upper, digit; allowed: lower',
      { ...ONE_CLASS, lowercase: true },
      [{ code: 'class_added', characterClass: 'numbers', characters: '0123456789' }],
    ],
    [
      'with the space if nothing else will do',
      'required: [ ]; allowed: lower',
      { ...ONE_CLASS, lowercase: true },
      [{ code: 'class_added', characterClass: 'space', characters: ' ' }],
    ],
    [
      'with look-alikes if it must be',
      'required: [|O]; allowed: lower',
      { avoidLookAlikes: true, ...ONE_CLASS, lowercase: true },
      [
        { code: 'class_added', characterClass: 'uppercase', characters: 'O' },
        { code: 'excluded_allowed', characters: 'O' },
      ],
    ],
    [
      'with all that the site has',
      'allowed: digit',
      { ...ONE_CLASS, symbols: true },
      [
        { code: 'class_removed', characterClass: 'symbols' },
        { code: 'class_added', characterClass: 'numbers', characters: '0123456789' },
      ],
    ],
    [
      'with less than was guaranteed',
      'maxlength: 6',
      { minNumbers: 4, minSymbols: 4 },
      [
        { code: 'shortened', to: 6 },
        { code: 'minimum_lowered', characterClass: 'numbers', to: 2 },
        { code: 'minimum_lowered', characterClass: 'symbols', to: 2 },
      ],
    ],
    [
      'without a guarantee',
      'maxlength: 3',
      {},
      [
        { code: 'shortened', to: 3 },
        { code: 'minimum_lowered', characterClass: 'symbols', to: 0 },
      ],
    ],
    ['with fewer repeats', 'max-consecutive: 2', { maxConsecutive: 3 }, [{ code: 'repeats_limited', to: 2 }]],
    ['with the repeats that were asked for', 'max-consecutive: 3', { maxConsecutive: 2 }, []],
    [
      'with repeats after all',
      'allowed: [a]',
      { ...ONE_CLASS, lowercase: true, maxConsecutive: 1, length: 5 },
      [
        { code: 'shortened', to: 1 },
        { code: 'class_limited', characterClass: 'lowercase', characters: 'a' },
      ],
    ],
    [
      'with repeats after all, at a length that is given',
      'allowed: [a]; minlength: 5',
      { ...ONE_CLASS, lowercase: true, maxConsecutive: 1, length: 5 },
      [{ code: 'class_limited', characterClass: 'lowercase', characters: 'a' }, { code: 'repeats_allowed' }],
    ],
    ['at a length that a pattern has', pattern('(..){5,7}|.{30}'), {}, [{ code: 'lengthened', to: 30 }]],
    ['at a shorter one', pattern('(..){5,7}'), {}, [{ code: 'shortened', to: 14 }]],
    [
      'beginning as a pattern has it',
      pattern('[a-z].*'),
      { ...ONE_CLASS, numbers: true },
      [{ code: 'class_added', characterClass: 'lowercase', characters: 'abcdefghijklmnopqrstuvwxyz' }],
    ],
    [
      'far longer than options can be',
      'minlength: 300; allowed: [ab]',
      { ...ONE_CLASS, lowercase: true },
      [
        { code: 'lengthened', to: 300 },
        { code: 'class_limited', characterClass: 'lowercase', characters: 'ab' },
      ],
    ],
  ])('become %s', (_, rules, options, adjustments) => {
    expect(made(rules, options).adjustments).toEqual(adjustments);
  });

  it('tell which source asked for what', () => {
    const { rule, reasons } = mergeRules({
      maxLength: 12,
      pattern: '(?!.*\\s)(?=.*\\d).*',
      list: 'allowed: upper, lower, digit; max-consecutive: 2',
    });
    const fitted = fitToRule({ ...DEFAULT_OPTIONS, numbers: false }, rule, reasons);
    expect(fitted).toMatchObject({
      ok: true,
      adjustments: [
        { code: 'shortened', to: 12, by: 'length' },
        { code: 'class_removed', characterClass: 'symbols', by: 'list' },
        { code: 'class_added', characterClass: 'numbers', by: 'pattern' },
        { code: 'repeats_limited', to: 2, by: 'list' },
      ],
    });
    const longer = mergeRules({ texts: ['At least 20 characters'] });
    expect(fitToRule(DEFAULT_OPTIONS, longer.rule, longer.reasons)).toMatchObject({
      adjustments: [{ code: 'lengthened', to: 20, by: 'text' }],
    });
  });

  it('never use what was excluded by hand, but the site may be without a solution then', () => {
    expect(
      generate({ kind: 'password', exclude: '0123456789', numbers: false, siteRules: 'required: digit' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'unmeetable', option: 'exclude' },
    });
    expect(made('required: digit', { exclude: '012345678', numbers: false }).password).toBe('9'.repeat(16));
  });

  it.each<[string, Options, string, string]>([
    ['minlength: 20000000', {}, 'unmeetable', 'siteRules'],
    ['minlength: 20; maxlength: 8', {}, 'unmeetable', 'siteRules'],
    ['required: [é]; minlength: 6', {}, 'unmeetable', 'siteRules'],
    ['required: [a]; required: [b]; required: [c]; maxlength: 2', {}, 'unmeetable', 'siteRules'],
    ['allowed:[a]; minlength:60; max-consecutive:1', {}, 'unmeetable', 'siteRules'],
    [
      Array.from(
        { length: 300 },
        (_, i) =>
          `required: [${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(65 + Math.floor(i / 26))}]`,
      ).join(';'),
      {},
      'too_complex',
      'siteRules',
    ],
    [
      Array.from({ length: 25 }, (_, i) => `required: [${String.fromCharCode(65 + i)}]`).join(';'),
      { length: 40 },
      'too_complex',
      'siteRules',
    ],
    ['maxlength: 12', { length: 3, ...ONE_CLASS, lowercase: true }, 'out_of_range', 'length'],
    ['maxlength: 12', { length: 200 }, 'out_of_range', 'length'],
    ['maxlength: 12', { length: 4, minNumbers: 5 }, 'shorter_than_classes', 'length'],
    ['maxlength: 12', ONE_CLASS, 'no_class', 'classes'],
    ['maxlength: 12', { exclude: '0123456789' }, 'class_emptied', 'exclude'],
  ])('are refused with a reason: %.60s %j', (siteRules, options, code, option) => {
    expect(generate({ kind: 'password', siteRules, ...options })).toMatchObject({
      ok: false,
      error: { code, option },
    });
  });

  it('answer a hostile rule at once', () => {
    expect(made('allowed:[ab]; minlength:60; max-consecutive:1').entropyBits).toBe(1);
    expect(made('required: upper;'.repeat(60_000)).length).toBe(16);
  });

  it('trust no type', () => {
    for (const siteRules of [7, null, {}, { allowed: 1 }]) {
      const request = { kind: 'password', siteRules } as unknown as GenerateRequest;
      expect(generate(request)).toMatchObject({
        ok: false,
        error: { code: 'not_a_string', option: 'siteRules' },
      });
    }
    expect(made(parsePasswordRules('maxlength: 9')).length).toBe(9);
  });
});
