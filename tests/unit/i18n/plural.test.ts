import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describeAdjustment } from '../../../lib/i18n/describe-adjustments.ts';
import { describeOutcome } from '../../../lib/i18n/describe-outcome.ts';
import { describeBound } from '../../../lib/i18n/describe-rule.ts';
import { formatNumber, type PluralKey, plural } from '../../../lib/i18n/plural.ts';
import { getMessage, text } from '../../support/locale.ts';

const HOST = 'example.com';

/** Shows messages in another language, whose file holds nothing but these. */
function translate(messages: Readonly<Record<string, string>>) {
  const translated = (key: string, values: readonly string[]) =>
    messages[key]?.replace(/\$(\d)/g, (_, at) => values[at - 1] ?? '') ?? '';
  Object.assign(fakeBrowser.i18n, { getMessage: translated });
}

describe('a message with a number', () => {
  it.each<[number, PluralKey | 'popup_fill_one']>([
    [0, 'popup_fill'],
    [1, 'popup_fill_one'],
    [2, 'popup_fill'],
  ])('has the form for %i', (number, form) => {
    expect(plural('popup_fill', number)).toBe(getMessage(form, [String(number)]));
  });

  it('takes its substitutions in any place', () => {
    const shortened = (to: number) => plural('adjust_shortened', to, HOST, formatNumber(to));
    expect(shortened(1)).toBe(getMessage('adjust_shortened_one', [HOST, '1']));
    expect(shortened(2)).toBe(getMessage('adjust_shortened', [HOST, '2']));
  });

  it('keeps its only form where it has no other', () => {
    expect(plural('recipe_show_all', 1)).toBe(getMessage('recipe_show_all', ['1']));
  });

  it('has the forms of the language of the messages, and falls back to the key', () => {
    translate({
      language: 'pl',
      popup_fill: '$1 pola',
      popup_fill_one: '$1 pole',
      popup_fill_many: '$1 pól',
    });
    const forms = [1, 2, 5, 1.5].map((number) => plural('popup_fill', number));
    expect(forms).toEqual(['1 pole', '2 pola', '5 pól', '1,5 pola']);
  });

  it('shows 21 in the singular of Russian, with its figure', () => {
    translate({ language: 'ru', popup_fill: '$1 поля', popup_fill_one: '$1 поле' });
    expect(plural('popup_fill', 21)).toBe('21 поле');
  });

  it('writes the number as its language does', () => {
    expect(plural('recipe_show_all', 1200)).toContain('1,200');
    translate({ language: 'de', recipe_show_all: '$1 Seiten' });
    expect(plural('recipe_show_all', 1200)).toBe('1.200 Seiten');
  });

  it('is one of the messages', () => {
    // @ts-expect-error There is no such key.
    expect(() => plural('popup_fil', 1)).toThrow();
    // @ts-expect-error A form is chosen by the number, not by the caller.
    expect(plural('popup_fill_one', 2)).toBeTruthy();
  });
});

describe('an exact value that is no matter of grammar', () => {
  it.each([
    [1, getMessage('adjust_repeats_limited_never', [HOST])],
    [2, getMessage('adjust_repeats_limited', [HOST, '2'])],
  ])('is a sentence of its own: repeats limited to %i', (to, sentence) => {
    expect(describeAdjustment({ code: 'repeats_limited', to }, HOST)).toBe(sentence);
    const bound = describeBound({ code: 'max_consecutive', value: to });
    expect(bound).toBe(text(to === 1 ? 'rule_max_consecutive_never' : 'rule_max_consecutive', to));
  });

  it.each([
    [0, 'adjust_minimum_numbers_none'],
    [1, 'adjust_minimum_numbers_one'],
    [2, 'adjust_minimum_numbers'],
  ])('is a sentence of its own: at least %i digits', (to, key) => {
    const adjustment = { code: 'minimum_lowered', characterClass: 'numbers', to } as const;
    expect(describeAdjustment(adjustment, HOST)).toBe(getMessage(key, [String(to)]));
  });
});

describe('a filled form', () => {
  it.each([0, 1, 2])('is described with the number of its fields: %i', (fields) => {
    expect(describeOutcome({ code: 'filled', fields })).toBe(text('fill_filled', fields));
  });

  it.each([1, 2])('is described with the length that the page kept: %i', (to) => {
    const outcome = describeOutcome({ code: 'changed', problems: [{ kind: 'truncated', to }] });
    expect(outcome).toBe(text('fill_truncated', to));
  });
});
