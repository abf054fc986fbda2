import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_OPTIONS, FLOOR_BITS, generate } from '../../../lib/generator/index.ts';
import { PRINTABLE } from '../../../lib/site-rules/characters.ts';
import { unmetBound } from '../../../lib/site-rules/check.ts';
import { generateKind } from '../../../lib/site-rules/generate-kind.ts';
import { fitServerOptions, generateWithin } from '../../../lib/site-rules/generate-within.ts';
import { mergeReadings, mergeRules } from '../../../lib/site-rules/merge.ts';
import { fromPortable, toPortable } from '../../../lib/site-rules/portable-rule.ts';
import type { RawSources } from '../../../lib/site-rules/read-sources.ts';
import { type Reason, type SiteRule, SOURCES, type Source } from '../../../lib/site-rules/rule.ts';
import { boundsOf } from '../../../lib/site-rules/rule-bounds.ts';
import { mergedRule } from '../../support/merged-rule.ts';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SYMBOLS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const limit = (characters: string, max: number) => ({ characters, max });

const readings = (said: { readonly [by in Source]?: Partial<SiteRule> }) =>
  SOURCES.flatMap((by) => {
    const rule = said[by];
    return rule
      ? [{ by, bounds: boundsOf({ allowed: PRINTABLE, required: [], ...rule }), isUnread: false }]
      : [];
  });

describe('merged limits', () => {
  it('add up, and take the narrowest', () => {
    const { rule, reasons, contradictions } = mergeReadings(
      readings({
        pattern: { limited: [limit(LETTERS, 9)], notFirst: '!', repeats: [limit('ab', 3)] },
        passwordRules: { maxSequential: 3, limited: [limit('abc', 9)], notFirst: 'a!', blocked: ['Acme'] },
        list: { maxSequential: 2, notLast: 'z', repeats: [limit('a', 3), limit('abc', 2)] },
        text: { notLast: 'az', runs: [limit(DIGITS, 3)], blocked: ['acme.com', 'acm'] },
      }),
    );
    expect(rule).toEqual({
      allowed: PRINTABLE,
      required: [],
      limited: [limit(LETTERS, 9)],
      notFirst: '!a',
      notLast: 'az',
      runs: [limit(DIGITS, 3)],
      repeats: [limit('ab', 3), limit('abc', 2)],
      maxSequential: 2,
      blocked: ['Acme', 'acm'],
    });
    expect(reasons.filter(({ code }) => code === 'max_sequential')).toEqual([
      { code: 'max_sequential', value: 2, by: 'list' },
    ]);
    expect(contradictions).toEqual([]);
  });

  it.each<[string, Parameters<typeof readings>[0], string[]]>([
    [
      'more digits than may occur',
      {
        passwordRules: { required: [{ characters: DIGITS, min: 3 }] },
        text: { limited: [limit(DIGITS, 2)] },
      },
      ['limited text'],
    ],
    [
      'more room than the limits leave',
      { length: { minLength: 9 }, list: { limited: [limit(LETTERS, 3), limit(` ${DIGITS}${SYMBOLS}`, 3)] } },
      ['limited list'],
    ],
    [
      'a limit of none and a requirement',
      { own: { required: [{ characters: '!', min: 1 }] }, text: { limited: [limit(SYMBOLS, 0)] } },
      ['allowed text'],
    ],
    [
      'the same character and none twice',
      { pattern: { allowed: 'ab', minLength: 5 }, text: { repeats: [limit('ab', 1)] } },
      ['repeats text'],
    ],
    [
      'only letters and few in a row',
      { passwordRules: { allowed: LETTERS, minLength: 8 }, list: { runs: [limit(LETTERS, 5)] } },
      ['runs list'],
    ],
    [
      'ends of two sources',
      { pattern: { notFirst: LETTERS }, text: { notFirst: ` ${DIGITS}${SYMBOLS}` } },
      ['not_first text'],
    ],
    [
      'a text that is all there is',
      { pattern: { allowed: 'a', minLength: 3 }, text: { blocked: ['AA', 'b'] } },
      ['blocked text'],
    ],
  ])('leave out what nothing can meet: %s', (_, said, left) => {
    const merged = mergeReadings(readings(said));
    expect(merged.contradictions.map(({ code, by }) => `${code} ${by}`)).toEqual(left);
    const made = generateWithin(DEFAULT_OPTIONS, merged);
    expect(made.ok && unmetBound(made.password, merged.rule)).toBe(undefined);
  });

  it('of a hostile page leave a rule that can be met', () => {
    const limited = Array.from({ length: 60 }, (_, i) => limit(LETTERS.slice(i % 50), 1 + (i % 4)));
    const runs = Array.from({ length: 60 }, (_, i) =>
      limit(String.fromCharCode(40 + i, 41 + i), 1 + (i % 3)),
    );
    const blocked = Array.from({ length: 500 }, (_, i) => `x${i}`);
    const merged = mergeReadings(
      readings({ text: { limited, runs, blocked, repeats: limited, maxSequential: 1 } }),
    );
    expect(merged.reasons.length).toBeLessThanOrEqual(40);
    const made = generateWithin(DEFAULT_OPTIONS, merged);
    expect(made.ok && made.entropyBits).toBeGreaterThan(FLOOR_BITS);
  });

  it('can always be met, whatever the sources are', { timeout: 120_000 }, () => {
    const set = fc.constantFrom(DIGITS, LETTERS, SYMBOLS, LETTERS + DIGITS, PRINTABLE, 'a', '!?');
    const limits = fc.array(fc.record({ characters: set, max: fc.integer({ min: 0, max: 6 }) }), {
      maxLength: 2,
    });
    const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
    const rule = fc.record({
      allowed: fc.constantFrom(PRINTABLE, DIGITS, LETTERS + DIGITS),
      required: fc.array(fc.record({ characters: set, min: fc.integer({ min: 1, max: 4 }) }), {
        maxLength: 2,
      }),
      minLength: maybe(fc.integer({ min: 1, max: 30 })),
      maxLength: maybe(fc.integer({ min: 4, max: 30 })),
      limited: limits,
      runs: limits,
      repeats: limits,
      maxSequential: maybe(fc.integer({ min: 1, max: 4 })),
      blocked: fc.array(fc.constantFrom('pass', 'A1', 'z', ''), { maxLength: 2 }),
      notFirst: maybe(set),
      notLast: maybe(set),
    });
    fc.assert(
      fc.property(rule, rule, (passwordRules, text) => {
        const merged = mergeReadings(readings({ passwordRules, text }));
        const made = generateWithin(DEFAULT_OPTIONS, merged);
        expect(made.ok ? '' : made.error.message).toBe('');
        if (!made.ok || made.adjustments.some(({ code }) => code === 'bound_ignored')) return;
        expect(unmetBound(made.password, merged.rule)).toBe(undefined);
      }),
      { numRuns: 40 },
    );
  });

  it('travel as data', async () => {
    const { rule } = mergedRule({
      limited: [limit('ab', 2)],
      blocked: ['x'],
      maxSequential: 2,
      notLast: 'a',
    });
    const sent = JSON.parse(JSON.stringify(toPortable({ ...mergedRule({}), rule }, undefined)));
    expect((await fromPortable(sent)).rule).toEqual(rule);
  });
});

describe('sentences near a field', () => {
  it.each<[string, RawSources, string[]]>([
    ['a PIN', { texts: ['Only digits', 'Maximum 8 characters'] }, ['allowed text']],
    ['a code', { texts: ['Maximum 4 characters.'] }, ['max_length text']],
    [
      'an error',
      { learnt: ['Maximum 5 characters'], texts: ['At least 4 characters'] },
      ['max_length learnt'],
    ],
    ['a short field', { maxLength: 8, texts: ['Only digits'] }, ['allowed text']],
  ])('never bring a password below the floor: %s', (_, sources, left) => {
    const merged = mergeRules(sources);
    expect(merged.contradictions.map(({ code, by }) => `${code} ${by}`)).toEqual(left);
    const made = generateWithin(DEFAULT_OPTIONS, merged);
    expect(made.ok && made.entropyBits).toBeGreaterThanOrEqual(FLOOR_BITS);
    // The person is told, because the page may reject the password.
    expect(merged.tooWeak).toEqual(merged.contradictions);
    const { by, ...bound } = merged.contradictions[0] as Reason;
    const told = { code: 'bound_too_weak', bound, by };
    expect(made.ok && made.adjustments).toContainEqual(told);
    expect(fitServerOptions(DEFAULT_OPTIONS, merged)).toMatchObject({
      adjustments: expect.arrayContaining([told]),
    });
  });

  it('that cannot be met are left out and told', () => {
    const merged = mergeReadings(
      readings({
        passwordRules: { required: [{ characters: DIGITS, min: 3 }] },
        text: { limited: [limit(DIGITS, 2)] },
      }),
    );
    const bound = { code: 'limited', characters: DIGITS, max: 2 };
    const made = generateWithin(DEFAULT_OPTIONS, merged);
    expect(made).toMatchObject({ adjustments: [{ code: 'bound_ignored', bound, by: 'text' }] });
    expect(merged).not.toHaveProperty('tooWeak');
  });

  it.each<[string, RawSources, number]>([
    ['its rules', { passwordRules: 'allowed: [01]' }, 16],
    ['its pattern', { pattern: '\\d{4}' }, 13.3],
    ['its length, and sentences beside it', { maxLength: 4, texts: ['4 characters'] }, 22.3],
    ['a recipe', { own: 'allowed: digit; maxlength: 6' }, 19.9],
  ])('may, where it is %s', (_, sources, bits) => {
    const merged = mergeRules(sources);
    expect(merged.contradictions).toEqual([]);
    expect(generateWithin(DEFAULT_OPTIONS, merged)).toMatchObject({ ok: true, entropyBits: bits });
  });

  it('still shorten a PIN that the person has chosen', () => {
    const made = generateKind({ kind: 'pin' }, mergeRules({ texts: ['Maximum 4 characters'] }));
    expect(made).toMatchObject({ ok: true, password: expect.stringMatching(/^\d{4}$/) });
  });
});

describe('options for a server', () => {
  it('guarantee no more than the site takes', () => {
    const options = { ...DEFAULT_OPTIONS, minSymbols: 4, minNumbers: 2 };
    const fitted = fitServerOptions(options, mergedRule({ limited: [limit(SYMBOLS, 1)] }));
    expect(fitted).toMatchObject({ ok: true, options: { minSymbols: 1, minNumbers: 2, length: 16 } });
  });

  it('ask for few characters of a class of which the site takes few', () => {
    const merged = mergedRule({ limited: [limit(SYMBOLS, 2), limit(LETTERS, 40)] });
    const fitted = fitServerOptions(DEFAULT_OPTIONS, merged);
    if (!fitted.ok) throw new Error(fitted.error.message);
    const asked = compile({ kind: 'password', ...fitted.options });
    const made = Array.from({ length: 400 }, () => (asked.ok ? asked.next() : ''));
    const fit = made.filter((password) => !unmetBound(password, merged.rule));
    expect(fit.length).toBeGreaterThan(200);
    expect(made.every((password) => /[A-Z]/.test(password) && /[^\w]|_/.test(password))).toBe(true);
  });

  it('ask for each class of a set of which the site takes few', () => {
    const merged = mergedRule({ limited: [limit(LETTERS, 3)] });
    const made = fitServerOptions(DEFAULT_OPTIONS, merged);
    expect(made).toMatchObject({ options: { uppercase: true, lowercase: true, numbers: true } });
    expect(made.ok && generate({ kind: 'password', ...made.options }).ok).toBe(true);
  });

  it('leave out a class of which the site takes none', () => {
    const merged = mergeReadings(readings({ text: { limited: [limit(SYMBOLS, 0)] } }));
    expect(fitServerOptions(DEFAULT_OPTIONS, merged)).toMatchObject({
      options: { symbols: false, numbers: true },
    });
  });
});
