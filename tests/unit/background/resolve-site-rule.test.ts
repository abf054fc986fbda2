import { describe, expect, it } from 'vitest';
import { learnFromFill, resolveSiteRule } from '../../../lib/background/resolve-site-rule.ts';
import type { FrameFill } from '../../../lib/content/fill/fill-frame.ts';
import { learntRules } from '../../../lib/storage/learnt-rules.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { hostileRecipes } from '../../support/hostile-sources.ts';
import { summary } from '../../support/rule-summary.ts';

const NO_HINTS = { minLength: -1, texts: [] };
const rejectedWith = (...errors: string[]): FrameFill => ({
  outcome: 'changed',
  fields: 1,
  problems: [{ kind: 'invalid', reason: 'page' }],
  errors,
});

describe('the rule of a site', () => {
  it('has no bounds if no source knows the site', async () => {
    expect(await resolveSiteRule('https://nobody.example', NO_HINTS)).toMatchObject({
      reasons: [],
      unread: [],
    });
  });

  it('comes from the list, on any port and for the names below a listed one too', async () => {
    for (const origin of ['https://girlscouts.org', 'http://www.girlscouts.org:8080']) {
      const { rule, reasons } = await resolveSiteRule(origin, NO_HINTS);
      expect([rule.minLength, rule.maxLength]).toEqual([8, 16]);
      expect(new Set(reasons.map(({ by }) => by))).toEqual(new Set(['list']));
    }
  });

  it('is narrowed by the page and by the person, each named as the source', async () => {
    await siteRecipes.update(() => ({ 'girlscouts.org': 'maxlength: 12', localhost: 'maxlength: 9' }));
    const hints = { minLength: 10, maxLength: 14, texts: ['At least two digits'] };
    const { rule, reasons } = await resolveSiteRule('https://join.girlscouts.org', hints);
    expect(summary(rule)).toMatch(/^10-12, /);
    expect(reasons.map(({ code, by }) => `${code} ${by}`)).toEqual(
      expect.arrayContaining(['min_length length', 'max_length own', 'required list', 'required text']),
    );
    expect((await resolveSiteRule('http://localhost:3000', NO_HINTS)).rule.maxLength).toBe(9);
  });

  it('is read from the rules of its own host, and those of other hosts are not even checked', async () => {
    const faulty = { 'faulty.example': 'minlength: nine', 'own.example': 'maxlength: 11' };
    await siteRecipes.update(() => ({ ...faulty, ...hostileRecipes(), 'a b': 'maxlength: 9' }));
    const { rule } = await resolveSiteRule('https://www.own.example', NO_HINTS);
    expect(rule.maxLength).toBe(11);
    const other = await resolveSiteRule('https://faulty.example', NO_HINTS);
    expect(other).toMatchObject({ reasons: [], unread: ['own'] });
    const kept = Object.keys({ ...faulty, ...hostileRecipes() });
    expect(Object.keys(await siteRecipes.read()).sort()).toEqual(kept.sort());
    expect((await resolveSiteRule('https://constructor', NO_HINTS)).reasons).toEqual([]);
  });

  it('comes only from the page in a sandboxed document', async () => {
    await siteRecipes.update(() => ({ null: 'maxlength: 12' }));
    expect((await resolveSiteRule('null', { ...NO_HINTS, maxLength: 20 })).rule).toMatchObject({
      maxLength: 20,
    });
    await learnFromFill('null', rejectedWith('At most 5 characters'));
    expect(await learntRules.read()).toEqual({});
  });
});

describe('learning from a fill', () => {
  it('keeps the errors with which a page rejects a password, only for its host', async () => {
    await learnFromFill(
      'https://a.example',
      rejectedWith('Letters and numbers only', 'At most 12 characters'),
    );
    const { rule, reasons } = await resolveSiteRule('https://a.example', NO_HINTS);
    expect(summary(rule)).toBe('-12, without sign+space');
    expect(reasons.every(({ by }) => by === 'learnt')).toBe(true);
    expect((await resolveSiteRule('https://b.example', NO_HINTS)).reasons).toEqual([]);
  });

  it('keeps the length at which a page cuts passwords', async () => {
    await learnFromFill('https://a.example', {
      outcome: 'changed',
      fields: 1,
      problems: [{ kind: 'truncated', to: 10 }],
    });
    expect((await resolveSiteRule('https://a.example', NO_HINTS)).rule.maxLength).toBe(10);
  });

  it('keeps nothing of a fill that succeeded, and a bounded number of sentences and hosts', async () => {
    await learnFromFill('https://a.example', { outcome: 'filled', fields: 1 });
    await learnFromFill('https://a.example', rejectedWith());
    expect(await learntRules.read()).toEqual({});
    const many = Array.from({ length: 100 }, (_, at) => `At least ${at} digits`);
    await learnFromFill('https://a.example', rejectedWith(...many));
    expect((await learntRules.read())['a.example']).toHaveLength(12);
    for (let at = 0; at < 60; at++) await learnFromFill(`https://${at}.example`, rejectedWith('No spaces'));
    expect(Object.keys(await learntRules.read())).toHaveLength(50);
  });
});
