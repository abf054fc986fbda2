import { describe, expect, it } from 'vitest';
import { learnFrom, siteRuleOf } from '../../../lib/background/resolve-site-rule.ts';
import type { FrameFill } from '../../../lib/content/fill/fill-frame.ts';
import { fromPortable, toPortable } from '../../../lib/site-rules/portable-rule.ts';
import { learntRules } from '../../../lib/storage/learnt-rules.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { summary } from '../../support/rule-summary.ts';

const SILENT = { minLength: -1, texts: [] };
const refusedWith = (...errors: string[]): FrameFill => ({
  outcome: 'changed',
  fields: 1,
  problems: [{ kind: 'invalid', reason: 'page' }],
  errors,
});

describe('the rule of a site', () => {
  it('is none where nobody says anything', async () => {
    expect(await siteRuleOf('https://nobody.example', SILENT)).toMatchObject({ reasons: [], unread: [] });
  });

  it('is the list’s, for the names below a listed one too and on any port', async () => {
    for (const origin of ['https://girlscouts.org', 'http://www.girlscouts.org:8080']) {
      const { rule, reasons } = await siteRuleOf(origin, SILENT);
      expect([rule.minLength, rule.maxLength]).toEqual([8, 16]);
      expect(new Set(reasons.map(({ by }) => by))).toEqual(new Set(['list']));
    }
  });

  it('is narrowed by what the page and the person say, each with its source', async () => {
    await siteRecipes.write({ 'girlscouts.org': 'maxlength: 12', localhost: 'maxlength: 9' });
    const says = { minLength: 10, maxLength: 14, texts: ['At least two digits'] };
    const { rule, reasons } = await siteRuleOf('https://join.girlscouts.org', says);
    expect(summary(rule)).toMatch(/^10-12, /);
    expect(reasons.map(({ code, by }) => `${code} ${by}`)).toEqual(
      expect.arrayContaining(['min_length length', 'max_length own', 'required list', 'required text']),
    );
    expect((await siteRuleOf('http://localhost:3000', SILENT)).rule.maxLength).toBe(9);
  });

  it('is only what a sandboxed document itself says', async () => {
    await siteRecipes.write({ null: 'maxlength: 12' });
    expect((await siteRuleOf('null', { ...SILENT, maxLength: 20 })).rule).toMatchObject({ maxLength: 20 });
    await learnFrom('null', refusedWith('At most 5 characters'));
    expect(await learntRules.read()).toEqual({});
  });
});

describe('what is learnt', () => {
  it('is what a page says of a password that it refuses, for its host alone', async () => {
    await learnFrom('https://a.example', refusedWith('Letters and numbers only', 'At most 12 characters'));
    const { rule, reasons } = await siteRuleOf('https://a.example', SILENT);
    expect(summary(rule)).toBe('-12, without sign+space');
    expect(reasons.every(({ by }) => by === 'learnt')).toBe(true);
    expect((await siteRuleOf('https://b.example', SILENT)).reasons).toEqual([]);
  });

  it('is where a page cuts passwords', async () => {
    await learnFrom('https://a.example', {
      outcome: 'changed',
      fields: 1,
      problems: [{ kind: 'truncated', to: 10 }],
    });
    expect((await siteRuleOf('https://a.example', SILENT)).rule.maxLength).toBe(10);
  });

  it('is nothing of a fill that went well, and bounded by sentences and hosts', async () => {
    await learnFrom('https://a.example', { outcome: 'filled', fields: 1 });
    await learnFrom('https://a.example', refusedWith());
    expect(await learntRules.read()).toEqual({});
    const many = Array.from({ length: 100 }, (_, at) => `At least ${at} digits`);
    await learnFrom('https://a.example', refusedWith(...many));
    expect((await learntRules.read())['a.example']).toHaveLength(12);
    for (let at = 0; at < 60; at++) await learnFrom(`https://${at}.example`, refusedWith('No spaces'));
    expect(Object.keys(await learntRules.read())).toHaveLength(50);
  });
});

describe('a rule that is told to the popup', () => {
  it('leaves the machine of a pattern behind, and is whole again after', async () => {
    const pattern = '([a-z][0-9])+';
    const merged = await siteRuleOf('https://a.example', { ...SILENT, pattern });
    expect(merged.rule.patternDfa).toBeDefined();
    const told = JSON.parse(JSON.stringify(toPortable(merged, pattern)));
    expect(told).toMatchObject({ pattern });
    expect(told.rule).not.toHaveProperty('patternDfa');
    expect(JSON.parse(JSON.stringify((await fromPortable(told)).rule))).toEqual(
      JSON.parse(JSON.stringify(merged.rule)),
    );
  });

  it('has no pattern where its bounds say all of it', async () => {
    const pattern = '(?=.*\\d).{8,}';
    const told = toPortable(await siteRuleOf('https://a.example', { ...SILENT, pattern }), pattern);
    expect(told).not.toHaveProperty('pattern');
    expect((await fromPortable(told)).rule).toEqual(told.rule);
  });
});
