import { describe, expect, it } from 'vitest';
import {
  describeAdjustment,
  describeNotes,
  describeWeakness,
} from '../../../lib/i18n/describe-adjustments.ts';
import { describeBound, describeRule, describeSource } from '../../../lib/i18n/describe-rule.ts';
import { PRINTABLE } from '../../../lib/site-rules/characters.ts';
import type { Adjustment } from '../../../lib/site-rules/fit/adjustments.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import type { RawSources } from '../../../lib/site-rules/read-sources.ts';
import { type Bound, SOURCES } from '../../../lib/site-rules/rule.ts';
import { text } from '../../support/locale.ts';

const HOST = 'example.com';
const DIGITS = '0123456789';
const CLASSES = ['uppercase', 'lowercase', 'numbers', 'symbols'] as const;

describe('the notes on a site', () => {
  it.each<[Adjustment, string]>([
    [{ code: 'shortened', to: 16 }, text('adjust_shortened', HOST, 16)],
    [{ code: 'lengthened', to: 20 }, text('adjust_lengthened', HOST, 20)],
    [{ code: 'repeats_limited', to: 2 }, text('adjust_repeats_limited', HOST, 2)],
    ...CLASSES.flatMap((characterClass): [Adjustment, string][] => [
      [{ code: 'class_removed', characterClass }, text(`adjust_removed_${characterClass}`, HOST)],
      [
        { code: 'class_limited', characterClass, characters: 'ab' },
        text(`adjust_limited_${characterClass}`, HOST, 'ab'),
      ],
      [
        { code: 'class_added', characterClass, characters: 'ab' },
        text(`adjust_added_${characterClass}`, HOST),
      ],
      [{ code: 'minimum_lowered', characterClass, to: 1 }, text(`adjust_minimum_${characterClass}`, 1)],
      [{ code: 'class_capped', characterClass, to: 1 }, text(`adjust_capped_${characterClass}_one`, HOST, 1)],
      [{ code: 'class_capped', characterClass, to: 2 }, text(`adjust_capped_${characterClass}`, HOST, 2)],
    ]),
    [{ code: 'class_added', characterClass: 'space', characters: ' ' }, text('adjust_added_space', HOST)],
    [{ code: 'excluded_allowed', characters: 'l1' }, text('adjust_look_alikes', HOST, 'l1')],
    [{ code: 'repeats_allowed' }, text('adjust_repeats_allowed', HOST)],
    [{ code: 'strengthened', to: 13 }, text('adjust_strengthened', HOST, 13)],
    [{ code: 'classes_added' }, text('adjust_classes_added', HOST)],
    [
      { code: 'bound_too_weak', bound: { code: 'max_length', value: 4 } },
      text('adjust_bound_too_weak', HOST, text('rule_max_length', 4)),
    ],
    [
      { code: 'minimum_capped', bound: { code: 'limited', characters: '0123456789', max: 3 } },
      text('adjust_minimum_capped', HOST, text('rule_limited', 3, '0–9')),
    ],
    [
      { code: 'bound_ignored', bound: { code: 'limited', characters: '0123456789', max: 2 } },
      text('adjust_bound_ignored', HOST, text('rule_limited', 2, '0–9')),
    ],
    [{ code: 'pattern_ignored' }, text('adjust_pattern_ignored', HOST)],
  ])('is a sentence with the site and the figure: %o', (adjustment, sentence) => {
    expect(describeAdjustment(adjustment, HOST)).toBe(sentence);
    if ('to' in adjustment) expect(sentence).toContain(String(adjustment.to));
    if (adjustment.code !== 'minimum_lowered') expect(sentence).toContain(HOST);
  });

  it('are described with what the site may object to', () => {
    const sentences = describeNotes({
      host: HOST,
      adjustments: [{ code: 'shortened', to: 16 }],
      unmet: { code: 'required', characters: '0123456789', min: 1 },
    });
    expect(sentences).toEqual([
      text('adjust_shortened', HOST, 16),
      text('site_unmet', HOST, text('rule_one_numbers')),
    ]);
  });

  it('describe the strength of every weak password, exactly or as at least so much', () => {
    const notes = { host: HOST, adjustments: [{ code: 'shortened', to: 8 }], bits: 52.4 } as const;
    expect(describeWeakness({ ...notes, strength: 'fair' })).toBe(
      text('site_weak', text('strength_fair'), text('strength_bits', '52.4')),
    );
    expect(describeWeakness({ ...notes, strength: 'strong' })).toBe('');
    expect(describeWeakness({ ...notes, strength: 'fair', isAtLeast: true })).toBe(
      text('site_weak', text('strength_fair'), text('strength_at_least', '52.4')),
    );
    expect(describeWeakness({ ...notes, adjustments: [], strength: 'fair' })).toBe('');
  });

  it('describe the strength of a server’s password as an upper bound', () => {
    const notes = { host: HOST, adjustments: [], bits: 31.5, strength: 'weak', isAtMost: true } as const;
    expect(describeWeakness(notes, true)).toBe(
      text('site_weak', text('strength_weak'), text('strength_at_most', '31.5')),
    );
  });

  it.each(['very_weak', 'weak'] as const)(
    'describe the strength of a %s password, whatever caused it',
    (strength) => {
      expect(describeWeakness({ host: HOST, adjustments: [], bits: 16, strength }, true)).toBe(
        text('site_weak', text(`strength_${strength}`), text('strength_bits', '16.0')),
      );
    },
  );
});

describe('a rule on one line', () => {
  const line = (...bounds: string[]) => bounds.join(', ');

  it.each<[RawSources, string]>([
    [
      { texts: ['8-20 characters, one number, no spaces'] },
      line(text('rule_range', '8', '20'), text('rule_one_numbers'), text('rule_no_spaces')),
    ],
    [{ maxLength: 8, minLength: 8 }, text('rule_exactly', 8)],
    [{ minLength: 8 }, text('rule_min_length', 8)],
    [{ maxLength: 8 }, text('rule_max_length', 8)],
    [
      { passwordRules: 'allowed: lower, digit' },
      line(text('rule_none_uppercase'), text('rule_none_symbols')),
    ],
    [{ passwordRules: 'allowed: ascii-printable; required: [!#]' }, text('rule_one_of', '!#')],
    [
      { passwordRules: 'required: lower, upper; allowed: [$#!], digit' },
      line(text('rule_one_of', 'A–Z a–z'), text('rule_symbols', '!#$')),
    ],
    [{ pattern: '.+' }, ''],
    [{ texts: ['May not contain < or >'] }, text('rule_without', '<>')],
    [{ texts: ['At least 2 digits'] }, text('rule_several_of', 2, '0–9')],
    [{ list: 'max-consecutive: 2' }, text('rule_max_consecutive', 2)],
    [{ pattern: '[a-z].*' }, text('rule_not_first', 'A–Z 0–9 !@#…')],
    [
      { pattern: '([a-z][0-9])+' },
      line(
        text('rule_min_length', 2),
        text('rule_pattern'),
        text('rule_none_uppercase'),
        text('rule_none_symbols'),
      ),
    ],
  ])('%o', (sources, expected) => {
    expect(describeRule(mergeRules(sources))).toBe(expected);
  });

  it.each<[Bound, string]>([
    [{ code: 'limited', characters: DIGITS, max: 3 }, text('rule_limited', 3, '0–9')],
    [{ code: 'runs', characters: DIGITS, max: 4 }, text('rule_runs', 4, '0–9')],
    [{ code: 'repeats', characters: DIGITS, max: 2 }, text('rule_repeats_of', 2, '0–9')],
    [{ code: 'repeats', characters: DIGITS, max: 1 }, text('rule_repeats_of_never', '0–9')],
    [{ code: 'repeats', characters: PRINTABLE, max: 2 }, text('rule_repeats', 2)],
    [{ code: 'repeats', characters: PRINTABLE, max: 1 }, text('rule_repeats_never')],
    [{ code: 'max_sequential', value: 3 }, text('rule_max_sequential', 3)],
    [{ code: 'max_sequential', value: 1 }, text('rule_max_sequential_never')],
    [{ code: 'blocked', text: 'acme' }, text('rule_blocked', 'acme')],
  ])('names %o', (bound, expected) => {
    expect(describeBound(bound)).toBe(expected);
  });

  it('has a name for every source', () => {
    expect(new Set(SOURCES.map(describeSource)).size).toBe(SOURCES.length);
  });
});
