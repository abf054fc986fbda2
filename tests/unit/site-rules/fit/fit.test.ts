import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, generate, type PasswordOptions } from '../../../../lib/generator/index.ts';
import type { Adjustment } from '../../../../lib/site-rules/fit/adjustments.ts';
import { fitToRule } from '../../../../lib/site-rules/fit/fit.ts';
import { generateWithin } from '../../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../../lib/site-rules/merge.ts';
import { parsePasswordRules } from '../../../../lib/site-rules/passwordrules/parse.ts';
import type { RawSources } from '../../../../lib/site-rules/read-sources.ts';

type Options = Partial<PasswordOptions>;
const ONE_CLASS = { uppercase: false, lowercase: false, numbers: false, symbols: false };

/** A password within a `passwordrules` text or other sources, all of whose bounds must hold. */
function made(sources: string | RawSources, options: Options = {}) {
  const merged = mergeRules(typeof sources === 'string' ? { passwordRules: sources } : sources);
  expect(merged).toMatchObject({ contradictions: [], unread: [] });
  const result = generateWithin({ ...DEFAULT_OPTIONS, ...options }, merged);
  if (!result.ok) throw new Error(result.error.message);
  return { ...result, length: result.password.length };
}
const by = 'passwordRules';

describe('options within a rule', () => {
  it('do not change if the site accepts them', () => {
    expect(made('')).toMatchObject({ length: 16, adjustments: [], entropyBits: 104.6 });
    expect(made('minlength: 8; required: lower; required: digit, special; allowed: upper')).toMatchObject({
      adjustments: [],
    });
    expect(generate({ kind: 'password' })).not.toHaveProperty('adjustments');
  });

  it.each<[string, string | RawSources, Options, Adjustment[]]>([
    ['shorter', 'maxlength: 12', {}, [{ code: 'shortened', to: 12, by }]],
    ['longer', 'minlength: 20', {}, [{ code: 'lengthened', to: 20, by }]],
    [
      'longer, for what must occur',
      'required: [-]; required: [!]; required: [@]; allowed: ascii-printable',
      { length: 4 },
      [{ code: 'lengthened', to: 6, by }],
    ],
    [
      'longer, for the minimum of a class',
      'minlength: 9',
      { length: 4, minNumbers: 5 },
      [{ code: 'lengthened', to: 9, by }],
    ],
    [
      'without a class',
      'allowed: upper, lower, digit',
      {},
      [{ code: 'class_removed', characterClass: 'symbols', by }],
    ],
    [
      'with less of a class',
      'allowed: upper, lower, digit, [-!]',
      {},
      [{ code: 'class_limited', characterClass: 'symbols', characters: '!-', by }],
    ],
    [
      'with a class that is off',
      'required: digit; allowed: lower, upper, special',
      { numbers: false },
      [{ code: 'class_added', characterClass: 'numbers', characters: '0123456789', by }],
    ],
    [
      'with what is typed with least trouble',
      'required: special, upper, digit; allowed: lower',
      { ...ONE_CLASS, lowercase: true },
      [{ code: 'class_added', characterClass: 'numbers', characters: '0123456789', by }],
    ],
    [
      'with the space if nothing else will do',
      'required: [ ]; allowed: lower',
      { ...ONE_CLASS, lowercase: true },
      [{ code: 'class_added', characterClass: 'space', characters: ' ', by }],
    ],
    [
      'with look-alikes if it must be',
      'required: [|O]; allowed: lower',
      { avoidLookAlikes: true, ...ONE_CLASS, lowercase: true },
      [
        { code: 'class_added', characterClass: 'uppercase', characters: 'O', by },
        { code: 'excluded_allowed', characters: 'O', by },
      ],
    ],
    [
      'with all that the site has',
      'allowed: digit',
      { ...ONE_CLASS, symbols: true },
      [
        { code: 'class_removed', characterClass: 'symbols', by },
        { code: 'class_added', characterClass: 'numbers', characters: '0123456789' },
      ],
    ],
    [
      'with less than was guaranteed',
      'maxlength: 6',
      { minNumbers: 4, minSymbols: 4 },
      [
        { code: 'shortened', to: 6, by },
        { code: 'minimum_lowered', characterClass: 'numbers', to: 2 },
        { code: 'minimum_lowered', characterClass: 'symbols', to: 2 },
      ],
    ],
    [
      'without a guarantee',
      'maxlength: 3',
      {},
      [
        { code: 'shortened', to: 3, by },
        { code: 'minimum_lowered', characterClass: 'symbols', to: 0 },
      ],
    ],
    [
      'with fewer repeats',
      'max-consecutive: 2',
      { maxConsecutive: 3 },
      [{ code: 'repeats_limited', to: 2, by }],
    ],
    ['with the repeats that were asked for', 'max-consecutive: 3', { maxConsecutive: 2 }, []],
    [
      'with repeats after all',
      'allowed: [a]',
      { ...ONE_CLASS, lowercase: true, maxConsecutive: 1, length: 5 },
      [
        { code: 'shortened', to: 1 },
        { code: 'class_limited', characterClass: 'lowercase', characters: 'a', by },
      ],
    ],
    [
      'with repeats after all, at a length that is given',
      'allowed: [a]; minlength: 5',
      { ...ONE_CLASS, lowercase: true, maxConsecutive: 1, length: 5 },
      [
        { code: 'class_limited', characterClass: 'lowercase', characters: 'a', by },
        { code: 'repeats_allowed' },
      ],
    ],
    [
      'at a length that a pattern has',
      { pattern: '(..){5,7}|.{30}' },
      {},
      [{ code: 'lengthened', to: 30, by: 'pattern' }],
    ],
    ['at a shorter one', { pattern: '(..){5,7}' }, {}, [{ code: 'shortened', to: 14, by: 'pattern' }]],
    [
      'beginning as a pattern has it',
      { pattern: '[a-z].*' },
      { ...ONE_CLASS, numbers: true },
      [{ code: 'class_added', characterClass: 'lowercase', characters: 'abcdefghijklmnopqrstuvwxyz' }],
    ],
    [
      'far longer than options can be',
      'minlength: 300; allowed: [ab]',
      { ...ONE_CLASS, lowercase: true },
      [
        { code: 'lengthened', to: 300, by },
        { code: 'class_limited', characterClass: 'lowercase', characters: 'ab', by },
      ],
    ],
  ])('become %s', (_, rules, options, adjustments) => {
    expect(made(rules, options).adjustments).toEqual(adjustments);
  });

  it('give the source of each adjustment', () => {
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

  it('never use characters excluded by hand, even if no password is left', () => {
    const options = { ...DEFAULT_OPTIONS, exclude: '0123456789', numbers: false };
    const merged = mergeRules({ passwordRules: 'required: digit' });
    expect(generateWithin(options, merged)).toMatchObject({
      ok: false,
      error: { code: 'unmeetable', option: 'exclude' },
    });
    expect(made('required: digit', { exclude: '012345678', numbers: false }).password).toBe('9'.repeat(16));
  });

  it.each<[string, Options, string]>([
    ['minlength: 20000000', {}, 'unmeetable'],
    ['minlength: 20; maxlength: 8', {}, 'unmeetable'],
    ['required: [é]; minlength: 6', {}, 'unmeetable'],
    ['required: [a]; required: [b]; required: [c]; maxlength: 2', {}, 'unmeetable'],
    ['allowed:[a]; minlength:60; max-consecutive:1', {}, 'unmeetable'],
    [
      Array.from(
        { length: 300 },
        (_, i) =>
          `required: [${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(65 + Math.floor(i / 26))}]`,
      ).join(';'),
      {},
      'too_complex',
    ],
    [
      Array.from({ length: 25 }, (_, i) => `required: [${String.fromCharCode(65 + i)}]`).join(';'),
      { length: 40 },
      'too_complex',
    ],
  ])('are refused where nothing satisfies the rule: %.60s %j', (passwordRules, options, code) => {
    const all = { ...DEFAULT_OPTIONS, ...options };
    const refused = { ok: false, error: { code, option: 'siteRules' } };
    expect(fitToRule(all, parsePasswordRules(passwordRules))).toMatchObject(refused);
    // The merge drops bounds that no password could meet, so a password meets the rest.
    if (code === 'unmeetable') expect(generateWithin(all, mergeRules({ passwordRules })).ok).toBe(true);
  });

  it.each<[string, Options, string, string]>([
    ['maxlength: 12', { length: 3, ...ONE_CLASS, lowercase: true }, 'out_of_range', 'length'],
    ['maxlength: 12', { length: 200 }, 'out_of_range', 'length'],
    ['maxlength: 12', { length: 4, minNumbers: 5 }, 'shorter_than_classes', 'length'],
    ['maxlength: 12', ONE_CLASS, 'no_class', 'classes'],
    ['maxlength: 12', { exclude: '0123456789' }, 'class_emptied', 'exclude'],
  ])('are refused for a fault of their own: %.60s %j', (passwordRules, options, code, option) => {
    const all = { ...DEFAULT_OPTIONS, ...options };
    const refused = { ok: false, error: { code, option } };
    expect(fitToRule(all, parsePasswordRules(passwordRules))).toMatchObject(refused);
    expect(generateWithin(all, mergeRules({ passwordRules }))).toMatchObject(refused);
  });

  it('handle a hostile rule at once', () => {
    expect(made('allowed:[ab]; minlength:60; max-consecutive:1').entropyBits).toBe(1);
    expect(made('required: upper;'.repeat(60_000)).length).toBe(16);
  });

  it('fit a rule that has not been merged', () => {
    const fitted = fitToRule(DEFAULT_OPTIONS, parsePasswordRules('maxlength: 9'));
    expect(fitted).toMatchObject({ ok: true, policy: { minLength: 9, maxLength: 9 } });
  });
});
