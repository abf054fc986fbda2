// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePasswordRules } from '../../../../lib/site-rules/passwordrules/parse.ts';
import { decodeRules, loadSiteList, rulesForHost } from '../../../../lib/site-rules/site-list/site-list.ts';
import { bundledSizes } from '../../../support/bundle.ts';

const TEXTS: { rules: string }[] = JSON.parse(
  readFileSync(new URL('../vectors/rules-vectors.json', import.meta.url), 'utf8'),
);

describe('the bundled list', () => {
  it('has the date and version of its source', async () => {
    const { date, version, rules } = await loadSiteList();
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(version).toMatch(/^[\da-f]{12}$/);
    expect(rules.size).toBe(434);
  });

  it('has the texts of the public list, only abbreviated', async () => {
    const meaning = (text: string) => JSON.stringify({ ...parsePasswordRules(text), errors: [] });
    const known = new Set(TEXTS.map(({ rules }) => meaning(rules)));
    for (const text of (await loadSiteList()).rules.values()) {
      expect(known).toContain(meaning(text));
      expect(parsePasswordRules(text).errors).toEqual([]);
    }
  });

  it('takes at most 12 kB, in a separate file', async () => {
    const sizes = await bundledSizes('lib/site-rules/site-list/site-list.ts');
    expect(Object.keys(sizes).sort()).toEqual(['data', 'site-list']);
    expect(sizes.data).toBeLessThanOrEqual(12_000);
    expect(sizes['site-list']).toBeLessThanOrEqual(1000);
  });

  it('decodes words only outside of classes', () => {
    expect(decodeRules('N8 X16 RL,U RD AC,[-A Z[]] Q2 RS,P')).toBe(
      'minlength: 8; maxlength: 16; required: lower,upper; required: digit; allowed: unicode,[-A Z[]]; max-consecutive: 2; required: special,ascii-printable',
    );
    expect(decodeRules('R[X')).toBe('required: [maxlength: ');
    expect(decodeRules('Z')).toBe('Z');
  });
});

describe('the rules for a host', () => {
  const list = {
    rules: new Map([
      ['example.com', 'minlength: 8'],
      ['shop.example.com', 'minlength: 9'],
      ['test', 'minlength: 1'],
    ]),
  };
  it.each([
    ['example.com', 'minlength: 8'],
    ['www.example.com', 'minlength: 8'],
    ['Shop.Example.COM', 'minlength: 9'],
    ['a.b.shop.example.com.', 'minlength: 9'],
    ['example.org', undefined],
    ['anexample.com', undefined],
    ['com', undefined],
    ['test', undefined],
    ['www.test', undefined],
    ['co.uk', undefined],
    ['', undefined],
  ])('%s: %s', (host, rules) => {
    expect(rulesForHost(list, host)).toBe(rules);
  });
});
