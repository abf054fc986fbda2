import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, generate, type PasswordOptions } from '../../../../lib/generator/index.ts';
import { unmetBound } from '../../../../lib/site-rules/check.ts';
import type { Adjustment } from '../../../../lib/site-rules/fit/adjustments.ts';
import { fitToRule } from '../../../../lib/site-rules/fit/fit.ts';
import { generateWithin } from '../../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../../lib/site-rules/merge.ts';
import { parsePasswordRules } from '../../../../lib/site-rules/passwordrules/parse.ts';
import type { RawSources } from '../../../../lib/site-rules/read-sources.ts';
import type { SiteRule } from '../../../../lib/site-rules/rule.ts';
import { mergedRule } from '../../../support/merged-rule.ts';

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
    expect(made('required: upper;'.repeat(2000)).length).toBe(16);
  });

  it('fit a rule that has not been merged', () => {
    const fitted = fitToRule(DEFAULT_OPTIONS, parsePasswordRules('maxlength: 9'));
    expect(fitted).toMatchObject({ ok: true, policy: { minLength: 9, maxLength: 9 } });
  });
});

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SYMBOLS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const limit = (characters: string, max: number) => ({ characters, max });

/** A password within a rule that all of its bounds hold for, but for those that were told as left out. */
function madeFor(rule: Partial<SiteRule>, options: Options = {}) {
  const merged = mergedRule(rule);
  const result = generateWithin({ ...DEFAULT_OPTIONS, ...options }, merged);
  if (!result.ok) throw new Error(result.error.message);
  const ignores = result.adjustments.some(({ code }) => code === 'bound_ignored');
  if (!ignores) expect(unmetBound(result.password, merged.rule)).toBe(undefined);
  return result;
}

describe('options within upper limits', () => {
  it.each<[string, Partial<SiteRule>, Options, Adjustment[]]>([
    [
      'do not change where the limits leave room',
      { limited: [limit(DIGITS, 2)], runs: [limit(LETTERS, 5)] },
      {},
      [],
    ],
    [
      'lower a minimum, and no other',
      { limited: [limit(SYMBOLS, 2)] },
      { minSymbols: 3, minNumbers: 3 },
      [{ code: 'class_capped', characterClass: 'symbols', to: 2, by }],
    ],
    [
      'share a limit of two classes',
      { limited: [limit(DIGITS + SYMBOLS, 3)] },
      { minSymbols: 3, minNumbers: 2 },
      [
        {
          code: 'minimum_capped',
          bound: { code: 'limited', ...limit(DIGITS + SYMBOLS, 3) },
          by,
        },
      ],
    ],
    [
      'become shorter where the limits leave no room',
      { limited: [limit(LETTERS, 6), limit(DIGITS, 2), limit(SYMBOLS, 2)] },
      {},
      [{ code: 'shortened', to: 10, by }],
    ],
    [
      'become shorter where letters run out',
      { allowed: LETTERS.slice(26), repeats: [limit(LETTERS, 1)] },
      { ...ONE_CLASS, lowercase: true, length: 26 },
      [{ code: 'shortened', to: 18, by }],
    ],
    [
      'stop at a limit on runs beside a class that is off',
      { runs: [limit(LETTERS, 5)], minLength: 8 },
      { ...ONE_CLASS, lowercase: true },
      [{ code: 'class_added', characterClass: 'numbers', characters: DIGITS }],
    ],
  ])('%s', (_, rule, options, adjustments) => {
    expect(madeFor(rule, options).adjustments).toEqual(adjustments);
  });

  it.each<[string, Partial<SiteRule>]>([
    [
      'far too great',
      { limited: [limit(DIGITS, 1e9)], runs: [limit(LETTERS, 1e9)], repeats: [limit(LETTERS, 1e9)] },
    ],
    [
      'of nothing',
      { limited: [limit('', 1)], runs: [limit('', 0)], repeats: [limit('', 0)], blocked: ['', 'é'] },
    ],
    ['greater than a password', { maxSequential: 1e9, blocked: ['a'.repeat(5000)] }],
  ])('do not change for limits %s', (_, rule) => {
    expect(madeFor(rule)).toMatchObject({ adjustments: [], entropyBits: 104.6 });
  });

  it('leave out a limit that is too large to count with, and say so', () => {
    const limited = Array.from({ length: 40 }, (_, i) => limit(String.fromCharCode(60 + i), 2));
    const { adjustments } = madeFor({ limited });
    expect(adjustments).toHaveLength(3);
    expect(adjustments[0]).toEqual({ code: 'bound_ignored', bound: { code: 'limited', ...limited[0] }, by });
  });

  it('leave out limits that nothing can meet, but not for characters that the person excluded', () => {
    const limited = [limit(` ${LETTERS}${DIGITS}${SYMBOLS}`, 2)];
    expect(madeFor({ limited, minLength: 5 }).adjustments).toContainEqual({
      code: 'bound_ignored',
      bound: { code: 'limited', ...limited[0] },
      by,
    });
    const options = { ...DEFAULT_OPTIONS, ...ONE_CLASS, lowercase: true, exclude: ` ${SYMBOLS}${DIGITS}` };
    const rule = { minLength: 9, limited: [limit(LETTERS, 8)] };
    const refused = { ok: false, error: { code: 'unmeetable', option: 'exclude' } };
    expect(generateWithin(options, mergedRule(rule))).toMatchObject(refused);
    expect(generateWithin(options, mergeRules({ pattern: '[a-z]+\\d[a-z]+' }))).toMatchObject(refused);
  });

  it('use nothing of a set of which no character may occur once', () => {
    expect(madeFor({ repeats: [limit(LETTERS, 0)] }).password).toMatch(/^[^a-z]+$/i);
  });

  it('leave out what drawing again cannot meet, and say so', () => {
    const repeats = [limit('abc', 1)];
    const { adjustments } = madeFor({ allowed: 'abc', minLength: 4, repeats });
    expect(adjustments).toContainEqual({
      code: 'bound_ignored',
      bound: { code: 'repeats', ...repeats[0] },
      by,
    });
  });

  it('tell a lower bound of the entropy where strings are drawn again', () => {
    expect(madeFor({ maxSequential: 2 })).toMatchObject({ isAtLeast: true, entropyBits: 104.1 });
    expect(madeFor({ repeats: [limit(DIGITS + LETTERS + SYMBOLS, 1)] })).toMatchObject({ isAtLeast: true });
    expect(madeFor({ limited: [limit(DIGITS, 2)] })).not.toHaveProperty('isAtLeast');
  });
});

describe('the floor', () => {
  const digitsOnly = mergedRule({ allowed: DIGITS }, 'text');

  it('is kept with more characters where sentences would weaken a short password', () => {
    const options = { ...DEFAULT_OPTIONS, length: 8 };
    const made = generateWithin(options, digitsOnly);
    expect(made).toMatchObject({ ok: true, password: expect.stringMatching(/^\d{13}$/), entropyBits: 43.2 });
    expect(made.ok && made.adjustments[0]).toEqual({ code: 'strengthened', to: 13, by: 'text' });
  });

  it('is kept with more classes where sentences leave no room', () => {
    const options = { ...DEFAULT_OPTIONS, ...ONE_CLASS, numbers: true };
    const made = generateWithin(options, mergedRule({ maxLength: 8 }, 'text'));
    expect(made.ok && made.entropyBits).toBeGreaterThan(40);
    expect(made.ok && made.adjustments[0]).toEqual({ code: 'classes_added', by: 'text' });
  });

  it('holds neither for what the browser or the site enforces, nor for what the person chose', () => {
    const options = { ...DEFAULT_OPTIONS, length: 8 };
    expect(generateWithin(options, mergedRule({ allowed: DIGITS }))).toMatchObject({ entropyBits: 26.6 });
    const short = { ...options, ...ONE_CLASS, numbers: true };
    expect(generateWithin(short, digitsOnly)).toMatchObject({ entropyBits: 26.6, adjustments: [] });
  });
});
