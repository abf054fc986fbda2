import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { EMPTY_RULE, fitServerOptions, generateWithin } from '../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';

describe('options within a rule', () => {
  it('are the person’s own where no site says anything, and nothing gives way', () => {
    expect(fitServerOptions(DEFAULT_OPTIONS, EMPTY_RULE)).toMatchObject({ options: DEFAULT_OPTIONS });
    const impossible = { ...DEFAULT_OPTIONS, length: 4, uppercase: false, numbers: false, symbols: false };
    const options = { ...impossible, exclude: 'bcdefghijklmnopqrstuvwxyz', maxConsecutive: 1 };
    expect(generateWithin(options, EMPTY_RULE)).toMatchObject({ ok: false });
  });

  it('ask a server for the length and the characters that the site takes', () => {
    const site = mergeRules({ maxLength: 12, list: 'allowed: lower, digit, [-!];' });
    const asked = fitServerOptions(DEFAULT_OPTIONS, site);
    expect(asked).toMatchObject({ ok: true, options: { length: 12, uppercase: false, symbols: true } });
    const { exclude } = asked.ok ? asked.options : { exclude: '' };
    expect(exclude).toContain('#');
    expect(exclude).not.toMatch(/[-!a-z0-9]/);
  });

  it('name what is excluded where the site needs it', () => {
    const site = mergeRules({ passwordRules: 'required: [#]; allowed: lower' });
    const made = fitServerOptions({ ...DEFAULT_OPTIONS, exclude: '#' }, site);
    expect(made).toMatchObject({ ok: false, error: { option: 'exclude' } });
  });
});
