import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { generateWithin } from '../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import type { RawSources } from '../../../lib/site-rules/read-sources.ts';
import { SOURCES } from '../../../lib/site-rules/rule.ts';
import { summary } from '../../support/rule-summary.ts';

describe('merged rules', () => {
  it('have no bounds if no source has any', () => {
    const nothing = {
      rule: { allowed: expect.any(String), required: [] },
      reasons: [],
      contradictions: [],
      unread: [],
    };
    for (const sources of [
      {},
      { texts: ['Welcome!'] },
      { minLength: 0, maxLength: -1 },
      { maxLength: 8.5, list: '' },
      { own: '' },
      { learnt: [] },
    ]) {
      expect(mergeRules(sources)).toEqual({ ...nothing, unread: expect.any(Array) });
    }
  });

  it('take the narrowest of all, each with its source', () => {
    const { rule, reasons, contradictions } = mergeRules({
      maxLength: 32,
      minLength: 6,
      pattern: '(?=.*\\d)\\S{8,}',
      passwordRules: 'maxlength: 20; required: digit; required: upper; allowed: lower;',
      list: 'minlength: 8; maxlength: 20; max-consecutive: 2;',
      texts: ['10-64 characters, one number'],
    });
    expect(summary(rule)).toBe('10-20, digit, upper, without sign+space, runs of 2');
    expect(reasons.map(({ code, by }) => `${code} ${by}`)).toEqual([
      'allowed pattern',
      'required pattern',
      'max_length passwordRules',
      'allowed passwordRules',
      'required passwordRules',
      'max_consecutive list',
      'min_length text',
    ]);
    expect(contradictions).toEqual([]);
  });

  it.each<[string, RawSources, string, string[]]>([
    ['a length', { maxLength: 12, list: 'minlength: 14' }, '-12', ['min_length list']],
    [
      'lengths of one source',
      { passwordRules: 'minlength: 20; maxlength: 8' },
      '-8',
      ['min_length passwordRules'],
    ],
    ['lengths of the field', { minLength: 20, maxLength: 8 }, '-8', ['min_length length']],
    [
      'what is allowed and what must occur',
      { pattern: '(?=.*[!@]).*', list: 'allowed: lower, digit' },
      '[!@]',
      ['allowed list'],
    ],
    ['two sets', { own: 'allowed: digit', texts: ['Letters only.'] }, 'only digit', ['allowed text']],
    [
      'what must occur and its room',
      {
        maxLength: 4,
        pattern: '(?=(.*\\d){3}).*',
        list: 'required: upper; required: lower; required: [!]; allowed: digit',
      },
      '',
      ['required list', 'required list'],
    ],
    [
      'runs',
      { pattern: 'a+', texts: ['At least 6 characters', 'No more than 2 identical characters in a row'] },
      '6-, only [a]',
      ['max_consecutive text'],
    ],
    ['a DFA', { own: 'allowed: digit', pattern: '([a-z]+\\d+)' }, '', ['allowed own']],
    [
      'ends',
      { pattern: '[a-z][a-z\\d]{7,}[a-z]', list: 'allowed: digit' },
      '9-, only lower+digit',
      ['allowed list'],
    ],
  ])('leave out what less trusted sources contradict: %s', (_, sources, expected, left) => {
    const merged = mergeRules(sources);
    const { rule, contradictions } = merged;
    expect(generateWithin(DEFAULT_OPTIONS, merged).ok).toBe(true);
    expect(contradictions.map(({ code, by }) => `${code} ${by}`).sort()).toEqual(left.sort());
    if (expected) expect(summary(rule).split(', ').sort()).toEqual(expected.split(', ').sort());
  });

  it('list the sources that were not understood, and ignore them', () => {
    const sources = {
      pattern: 'a)|(b{3}',
      passwordRules: 'odd: 1',
      list: 'minlength: 8',
      own: 'minlength: 9; ;',
      texts: ['Hello'],
    };
    expect(mergeRules(sources)).toMatchObject({
      unread: ['pattern', 'own', 'passwordRules'],
      rule: { minLength: 9 },
    });
  });

  it('drop sets that nothing can meet', () => {
    const { rule, reasons } = mergeRules({ list: 'required: [é]; minlength: 8' });
    expect(rule).toMatchObject({ required: [], minLength: 8 });
    expect(reasons).toEqual([{ code: 'min_length', value: 8, by: 'list' }]);
  });

  it('include an error that the site showed', () => {
    const { rule, reasons } = mergeRules({
      learnt: ['Maximum 10 characters', 'no symbols'],
      list: 'maxlength: 20',
    });
    expect(summary(rule)).toBe('-10, without sign');
    expect(reasons.map(({ by }) => by)).toEqual(['learnt', 'learnt']);
  });

  it('of a hostile page take no time', () => {
    const sets = (n: number) =>
      Array.from(
        { length: n },
        (_, i) =>
          `required: [${String.fromCharCode(33 + (i % 94))}${String.fromCharCode(33 + ((i * 7) % 94))}]`,
      ).join(';');
    const { reasons, contradictions } = mergeRules({
      passwordRules: sets(5000),
      list: sets(90),
      own: 'minlength: 20000000',
      pattern: '(?!.*(password|qwertyui|12345678)).{8,}',
      texts: Array(1000).fill('At least 8 characters. '.repeat(1000)),
    });
    expect(reasons.length).toBeLessThanOrEqual(40);
    expect(contradictions.length).toBeLessThanOrEqual(40);
  });

  it('can always be met, whatever the sources are', { timeout: 120_000 }, () => {
    const length = fc.option(fc.integer({ min: -1, max: 40 }), { nil: undefined });
    const name = fc.constantFrom('upper', 'lower', 'digit', 'special', '[!@]', '[-]]', '[abc]', 'odd');
    const property = fc.oneof(
      fc
        .tuple(fc.constantFrom('required', 'allowed'), fc.array(name, { minLength: 1, maxLength: 3 }))
        .map(([a, b]) => `${a}: ${b.join()}`),
      fc
        .tuple(fc.constantFrom('minlength', 'maxlength', 'max-consecutive'), fc.integer({ min: 0, max: 30 }))
        .map(([a, b]) => `${a}: ${b}`),
    );
    const rules = fc.option(
      fc.array(property, { maxLength: 5 }).map((all) => all.join('; ')),
      { nil: undefined },
    );
    const pattern = fc.option(
      fc.constantFrom(
        '(?=.*\\d).{8,}',
        '[a-z]+',
        '[A-Z]{3}\\d+',
        '(a|b{2})*',
        '\\d{4}|\\d{6}',
        '(?!.*(.)\\1).*',
        '(.)\\1',
      ),
      { nil: undefined },
    );
    const texts = fc.array(
      fc.constantFrom(
        'At least 8 characters',
        'Maximum 6 characters',
        'Only digits',
        'One of !?$',
        'No symbols',
        'One uppercase letter',
        'No spaces',
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        fc.record({
          minLength: length,
          maxLength: length,
          pattern,
          own: rules,
          passwordRules: rules,
          learnt: texts,
          list: rules,
          texts,
        }),
        (sources) => {
          const merged = mergeRules(sources);
          const { reasons, contradictions } = merged;
          expect([...reasons, ...contradictions].every(({ by }) => SOURCES.includes(by))).toBe(true);
          const made = generateWithin(DEFAULT_OPTIONS, merged);
          expect(made.ok ? '' : made.error.message).toBe('');
        },
      ),
      { numRuns: 250 },
    );
  });
});
