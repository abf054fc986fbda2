import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { EMPTY_RULE, fitServerOptions, generateWithin } from '../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';

describe('options within a rule', () => {
  it('stay the person’s if the site has no rule', () => {
    expect(fitServerOptions(DEFAULT_OPTIONS, EMPTY_RULE)).toMatchObject({ options: DEFAULT_OPTIONS });
    const impossible = { ...DEFAULT_OPTIONS, length: 4, uppercase: false, numbers: false, symbols: false };
    const options = { ...impossible, exclude: 'bcdefghijklmnopqrstuvwxyz', maxConsecutive: 1 };
    expect(generateWithin(options, EMPTY_RULE)).toMatchObject({ ok: false });
  });

  it('request the length and characters that the site accepts', () => {
    const site = mergeRules({ maxLength: 12, list: 'allowed: lower, digit, [-!];' });
    const asked = fitServerOptions(DEFAULT_OPTIONS, site);
    expect(asked).toMatchObject({ ok: true, options: { length: 12, uppercase: false, symbols: true } });
    const { exclude } = asked.ok ? asked.options : { exclude: '' };
    expect(exclude).toContain('#');
    expect(exclude).not.toMatch(/[-!a-z0-9]/);
  });

  it('request a password without look-alikes unless the site requires one', () => {
    const options = { ...DEFAULT_OPTIONS, avoidLookAlikes: true };
    const avoided = fitServerOptions(options, mergeRules({ maxLength: 12 }));
    expect(avoided).toMatchObject({ ok: true, options: { avoidLookAlikes: true, length: 12, exclude: '' } });
    const required = fitServerOptions(
      options,
      mergeRules({ passwordRules: 'required: [|]; allowed: lower' }),
    );
    expect(required).toMatchObject({ ok: true, options: { avoidLookAlikes: false, symbols: true } });
    const { exclude } = required.ok ? required.options : { exclude: '' };
    expect(exclude).toMatch(/l.*!/);
    expect(exclude).not.toContain('|');
  });

  it('name the exclusions if the site needs one of them', () => {
    const site = mergeRules({ passwordRules: 'required: [#]; allowed: lower' });
    const made = fitServerOptions({ ...DEFAULT_OPTIONS, exclude: '#' }, site);
    expect(made).toMatchObject({ ok: false, error: { option: 'exclude' } });
  });
});
