import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import {
  describeAdjustment,
  describeNotes,
  describeWeakness,
} from '../../../lib/i18n/describe-adjustments.ts';
import { describeRule, describeSource } from '../../../lib/i18n/describe-rule.ts';
import { message } from '../../../lib/i18n/message.ts';
import type { Adjustment } from '../../../lib/site-rules/fit/adjustments.ts';
import { EMPTY_RULE, fitServerOptions, generateWithin } from '../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import type { RawSources } from '../../../lib/site-rules/read-sources.ts';
import { SOURCES } from '../../../lib/site-rules/rule.ts';

const HOST = 'example.com';
/** A message and its substitutions. */
type Part = Parameters<typeof message>;
const CLASSES = ['uppercase', 'lowercase', 'numbers', 'symbols'] as const;

describe('an adjustment for a site', () => {
  const all: Adjustment[] = [
    { code: 'shortened', to: 16 },
    { code: 'lengthened', to: 20 },
    { code: 'repeats_limited', to: 2 },
    ...CLASSES.flatMap((characterClass): Adjustment[] => [
      { code: 'class_removed', characterClass },
      { code: 'class_limited', characterClass, characters: 'ab' },
      { code: 'class_added', characterClass, characters: 'ab' },
      { code: 'minimum_lowered', characterClass, to: 1 },
    ]),
    { code: 'class_added', characterClass: 'space', characters: ' ' },
    { code: 'excluded_allowed', characters: 'l1' },
    { code: 'repeats_allowed' },
    { code: 'pattern_ignored' },
  ];

  it.each(all)('is a sentence: %o', (adjustment) => {
    const sentence = describeAdjustment(adjustment, HOST);
    expect(sentence).toMatch(/^[A-Z e].*[.\w]$/);
    if ('to' in adjustment) expect(sentence).toContain(String(adjustment.to));
    if (adjustment.code !== 'minimum_lowered') expect(sentence).toContain(HOST);
  });

  it('is described with what the site may object to', () => {
    const sentences = describeNotes({
      host: HOST,
      adjustments: [{ code: 'shortened', to: 16 }],
      unmet: { code: 'required', characters: '0123456789', min: 1 },
    });
    expect(sentences).toEqual([
      message('adjust_shortened', HOST, '16'),
      message('site_unmet', HOST, message('rule_one_numbers')),
    ]);
  });

  it('is followed by the strength only if the site has left the password weak', () => {
    const notes = { host: HOST, adjustments: [{ code: 'shortened', to: 8 }], bits: 52.4 } as const;
    expect(describeWeakness({ ...notes, strength: 'fair' })).toBe(
      message('site_weak', message('strength_fair'), message('strength_bits', '52.4')),
    );
    expect(describeWeakness({ ...notes, strength: 'strong' })).toBe('');
    expect(describeWeakness({ ...notes, adjustments: [], strength: 'fair' })).toBe('');
  });
});

describe('a rule on one line', () => {
  it.each<[RawSources, Part[]]>([
    [
      { texts: ['8-20 characters, one number, no spaces'] },
      [['rule_range', '8', '20'], ['rule_one_numbers'], ['rule_no_spaces']],
    ],
    [{ maxLength: 8, minLength: 8 }, [['rule_exactly', '8']]],
    [{ minLength: 8 }, [['rule_min_length', '8']]],
    [{ maxLength: 8 }, [['rule_max_length', '8']]],
    [{ passwordRules: 'allowed: lower, digit' }, [['rule_none_uppercase'], ['rule_none_symbols']]],
    [{ passwordRules: 'allowed: ascii-printable; required: [!#]' }, [['rule_one_of', '!#']]],
    [
      { passwordRules: 'required: lower, upper; allowed: [$#!], digit' },
      [
        ['rule_one_of', 'A–Z a–z'],
        ['rule_symbols', '!#$'],
      ],
    ],
    [{ pattern: '.+' }, []],
    [{ texts: ['May not contain < or >'] }, [['rule_without', '<>']]],
    [{ texts: ['At least 2 digits'] }, [['rule_several_of', '2', '0–9']]],
    [{ list: 'max-consecutive: 2' }, [['rule_max_consecutive', '2']]],
    [{ pattern: '[a-z].*' }, [['rule_not_first', 'A–Z 0–9 !@#…']]],
    [{ pattern: '([a-z][0-9])+' }, [['rule_pattern']]],
  ])('%o', (sources, parts) => {
    const line = parts.map((part) => message(...part)).join(', ');
    expect(describeRule(mergeRules(sources))).toBe(line);
  });

  it('names every source', () => {
    expect(new Set(SOURCES.map(describeSource)).size).toBe(SOURCES.length);
  });
});

describe('options within a rule', () => {
  it('stay unchanged if no site asks for anything, and then nothing gives way', () => {
    expect(fitServerOptions(DEFAULT_OPTIONS, EMPTY_RULE)).toMatchObject({ options: DEFAULT_OPTIONS });
    const impossible = { ...DEFAULT_OPTIONS, length: 4, uppercase: false, numbers: false, symbols: false };
    const options = { ...impossible, exclude: 'bcdefghijklmnopqrstuvwxyz', maxConsecutive: 1 };
    expect(generateWithin(options, EMPTY_RULE)).toMatchObject({ ok: false });
  });

  it('request the length and the characters that the site takes', () => {
    const site = mergeRules({ maxLength: 12, list: 'allowed: lower, digit, [-!];' });
    const request = fitServerOptions(DEFAULT_OPTIONS, site);
    expect(request).toMatchObject({ ok: true, options: { length: 12, uppercase: false, symbols: true } });
    const { exclude } = request.ok ? request.options : { exclude: '' };
    expect(exclude).toContain('#');
    expect(exclude).not.toMatch(/[-!a-z0-9]/);
  });

  it('name the exclusion that the site makes impossible', () => {
    const site = mergeRules({ passwordRules: 'required: [#]; allowed: lower' });
    const made = fitServerOptions({ ...DEFAULT_OPTIONS, exclude: '#' }, site);
    expect(made).toMatchObject({ ok: false, error: { option: 'exclude' } });
  });
});
