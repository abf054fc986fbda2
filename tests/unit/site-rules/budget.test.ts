import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { Budget, FIT_WORK, PAGE_WORK } from '../../../lib/site-rules/budget.ts';
import { fitAboveFloor } from '../../../lib/site-rules/fit/floor.ts';
import { generateWithin } from '../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import { readSources } from '../../../lib/site-rules/read-sources.ts';
import { recipeError } from '../../../lib/site-rules/recipes/recipes.ts';
import { loadSiteList } from '../../../lib/site-rules/site-list/site-list.ts';
import { readVisibleText } from '../../../lib/site-rules/visible-text/read-visible-text.ts';
import { HOSTILE_PATTERNS, hostilePage, hostileRecipes, LINES } from '../../support/hostile-sources.ts';

describe('a budget', () => {
  it('is spent until more is asked for than is left, and never again after that', () => {
    const budget = new Budget({ characters: 10, states: 5 });
    expect([budget.spend('characters', 4), budget.spend('characters', 6)]).toEqual([true, true]);
    expect(budget.spend('characters', 1)).toBe(false);
    expect([budget.spend('states', 6), budget.spend('states', 1)]).toEqual([false, false]);
    expect(budget.spent).toEqual({ characters: 10, states: 5 });
  });

  it('is shared, so that one reader leaves something to the others', () => {
    const whole = new Budget({ characters: 10, states: 8 });
    const part = whole.share(1 / 2);
    expect([part.spend('states', 4), part.spend('states', 1)]).toEqual([true, false]);
    expect(whole.spent.states).toBe(4);
    expect([whole.spend('states', 3), whole.share(1 / 2).spend('states', 2)]).toEqual([true, false]);
  });
});

describe.each(Object.entries(HOSTILE_PATTERNS))('a hostile page with a pattern of %s', (_, pattern) => {
  it('is merged within one budget, and a password is made within another', () => {
    const budget = new Budget();
    const merged = mergeRules(hostilePage(pattern), budget);
    expect(budget.spent.characters).toBeLessThanOrEqual(PAGE_WORK.characters);
    expect(budget.spent.states).toBeLessThanOrEqual(PAGE_WORK.states);
    expect(merged.unread).toContain('text');
    const forFit = new Budget(FIT_WORK);
    fitAboveFloor(DEFAULT_OPTIONS, merged, forFit);
    expect(forFit.spent.states).toBeLessThanOrEqual(FIT_WORK.states);
    expect(generateWithin(DEFAULT_OPTIONS, merged).ok).toBe(true);
  });
});

describe('what the budget does not reach', () => {
  it('is listed as unread, and what was read before holds', () => {
    const learnt = Array.from({ length: 400 }, () => LINES[0] as string);
    const { rule, unread } = mergeRules({ learnt, texts: ['At least 9 characters'] });
    expect(unread).toEqual(['learnt']);
    expect(rule).toMatchObject({ minLength: 9, limited: [{ characters: '0123456789', max: 2 }] });
  });

  it('is told apart from a bug, which is thrown', () => {
    expect(() => readVisibleText([{ length: 1 } as never])).toThrow(TypeError);
  });

  it('is what comes after as many bounds as no honest page contradicts', () => {
    const limits = Array.from({ length: 60 }, (_, n) => `required: [${String.fromCharCode(33 + n)}];`);
    const merged = mergeRules({
      maxLength: 4,
      own: limits.join(''),
      list: 'minlength: 5',
      texts: ['8 characters'],
    });
    expect(merged.contradictions).toHaveLength(40);
    expect(merged.unread).toEqual(['own', 'list', 'text']);
  });

  it('is all that comes after a text that takes the rest of it', () => {
    const budget = new Budget({ characters: 100, states: 1000 });
    const own = 'minlength: 9;'.padEnd(101);
    const read = readSources(
      { own, list: 'minlength: 8', pattern: '[a-z]{9}', texts: ['8 characters'] },
      budget,
    );
    expect(read.filter(({ isUnread }) => isUnread).map(({ by }) => by)).toEqual(['own', 'list', 'text']);
    const late = readSources({ pattern: '[a-z]{9}' }, budget);
    expect(late.filter(({ isUnread }) => isUnread).map(({ by }) => by)).toEqual(['pattern']);
  });

  it('is a bound that takes too long to judge, and not one of those before', () => {
    const sets = Array.from({ length: 30 }, (_, i) => `required: [${String.fromCharCode(65 + i)}0];`);
    const { reasons, unread, rule } = mergeRules({ passwordRules: sets.join(''), list: 'maxlength: 20' });
    expect(unread).toContain('passwordRules');
    expect(reasons.length).toBeGreaterThan(5);
    expect(generateWithin(DEFAULT_OPTIONS, { rule, reasons, contradictions: [], unread }).ok).toBe(true);
  });
});

describe('what sites in use cost', () => {
  it('is a small part of the budget', async () => {
    const { rules } = await loadSiteList();
    const some = [...rules.values()].filter((_, i) => i % 10 === 0);
    for (const list of some) {
      const [page, forFit] = [new Budget(), new Budget(FIT_WORK)];
      const merged = mergeRules({ list, texts: LINES.slice(0, 1) }, page);
      fitAboveFloor(DEFAULT_OPTIONS, merged, forFit);
      expect(page.spent.characters).toBeLessThan(PAGE_WORK.characters / 5);
      expect(page.spent.states).toBeLessThan(PAGE_WORK.states / 5);
      expect(forFit.spent.states).toBeLessThan(FIT_WORK.states / 5);
    }
  });
});

describe('a recipe', () => {
  it('of a hostile file costs at most its part of the budget', () => {
    const limit = { characters: 1e6, states: 2 ** 21 };
    for (const [host, rules] of Object.entries(hostileRecipes())) {
      const budget = new Budget(limit);
      recipeError(host, rules, budget);
      expect(budget.spent.states).toBeLessThanOrEqual(limit.states / 4);
    }
  });
});
