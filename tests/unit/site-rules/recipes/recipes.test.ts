import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../../lib/generator/index.ts';
import { Budget } from '../../../../lib/site-rules/budget.ts';
import { generateWithin } from '../../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../../lib/site-rules/merge.ts';
import { MAX_RECIPES } from '../../../../lib/site-rules/recipes/recipe.ts';
import { recipeOf } from '../../../../lib/site-rules/recipes/recipe-form.ts';
import { exportRecipes, importSteps, recipeError } from '../../../../lib/site-rules/recipes/recipes.ts';
import { hostileRecipes } from '../../../support/hostile-sources.ts';
import { importRecipes } from '../../../support/import-recipes.ts';

const fileOf = (entries: Record<string, unknown>) => JSON.stringify(entries);
const entry = (rules: unknown) => ({ 'password-rules': rules });

const RULES = 'minlength: 8; maxlength: 9; required: upper; required: digit;';

describe('site recipes', () => {
  it("are exported and imported in the public list's format", () => {
    const recipes = { 'shop.example': 'maxlength: 12;', 'bank.example': 'allowed: digit; minlength: 6;' };
    const file = exportRecipes(recipes);
    expect(JSON.parse(file)).toEqual({
      'bank.example': entry('allowed: digit; minlength: 6;'),
      'shop.example': entry('maxlength: 12;'),
    });
    expect(importRecipes(file)).toEqual({ ok: true, recipes });
    expect(importRecipes(fileOf({ 'Shop.Example': entry('maxlength: 9') }))).toEqual({
      ok: true,
      recipes: { 'shop.example': 'maxlength: 9' },
    });
    expect(importRecipes('{}')).toEqual({ ok: true, recipes: {} });
  });

  it.each([
    ['{', 'not_json', undefined],
    ['[]', 'not_a_list', undefined],
    ['null', 'not_a_list', undefined],
    ['7', 'not_a_list', undefined],
    [' '.repeat(4_000_001), 'too_long', undefined],
    [fileOf({ 'a b': entry('minlength: 9') }), 'not_a_host', 'a b'],
    [fileOf({ 'https://a.example': entry('minlength: 9') }), 'not_a_host', 'https://a.example'],
    [fileOf({ '': entry('minlength: 9') }), 'not_a_host', ''],
    [fileOf({ 'a.example': 'minlength: 9' }), 'not_an_entry', 'a.example'],
    [fileOf({ 'a.example': entry(9) }), 'not_an_entry', 'a.example'],
    [fileOf({ 'a.example': {} }), 'not_an_entry', 'a.example'],
    [fileOf({ 'a.example': entry('minlength: nine') }), 'rules_error', 'a.example'],
    [fileOf({ 'a.example': entry('  ') }), 'rules_empty', 'a.example'],
    [fileOf({ 'a.example': entry('allowed: ;') }), 'rules_empty', 'a.example'],
    [fileOf({ 'a.example': entry('minlength: 9; maxlength: 8') }), 'rules_unmeetable', 'a.example'],
    [fileOf({ 'a.example': entry(`allowed: [${'a'.repeat(1000)}]`) }), 'too_long', 'a.example'],
  ])('are refused with a reason: %.60s', (file, code, host) => {
    expect(importRecipes(file)).toEqual({
      ok: false,
      errors: [host === undefined ? { code } : { code, host }],
    });
  });

  it('are refused as a whole, with a limited number of errors', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`s${i}.example`, entry('x: 1')]));
    expect(importRecipes(fileOf({ 'fine.example': entry('minlength: 9'), ...many }))).toMatchObject({
      ok: false,
      errors: { length: 20 },
    });
    const tooMany = Object.fromEntries(
      Array.from({ length: MAX_RECIPES + 1 }, (_, i) => [`s${i}.example`, 1]),
    );
    expect(importRecipes(fileOf(tooMany))).toEqual({ ok: false, errors: [{ code: 'too_many' }] });
  });

  it('are read one after the other, and their caller is told how far it has come', () => {
    const recipes = { 'a.example': 'maxlength: 9;', 'b.example': 'maxlength: 8;' };
    const steps = importSteps(exportRecipes(recipes));
    expect(steps.next()).toEqual({ done: false, value: { done: 1, total: 2 } });
    expect(steps.next()).toEqual({ done: false, value: { done: 2, total: 2 } });
    expect(steps.next()).toEqual({ done: true, value: { ok: true, recipes } });
  });

  it('are refused if they are too complex in sum, by the name of the one that took most', () => {
    const costly = hostileRecipes()['s0.example'] as string;
    const recipes = { 'a.example': 'maxlength: 9', 'b.example': costly, 'c.example': 'maxlength: 8' };
    const whole = new Budget({ characters: 1000, states: 1_000_000 });
    const read = (budget: Budget) => [...importSteps(exportRecipes(recipes), budget)].length;
    expect(read(whole)).toBe(3);
    const refused = (states: number, characters = 1000) => {
      const steps = importSteps(exportRecipes(recipes), new Budget({ characters, states }));
      for (;;) {
        const { done, value } = steps.next();
        if (done) return value;
      }
    };
    const error = { code: 'too_complex', host: 'b.example' };
    expect(refused(whole.spent.states - 1)).toEqual({ ok: false, errors: [error] });
    expect(refused(100_000, 20)).toMatchObject({ ok: false, errors: [{ code: 'too_complex' }] });
    expect(importRecipes(exportRecipes(hostileRecipes()))).toMatchObject({
      ok: false,
      errors: [{ code: 'too_complex' }],
    });
  });

  it('are refused by the name of the first of the costliest once ordinary ones have spent all', () => {
    const file = (count: number) =>
      exportRecipes(Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}.example`, RULES])));
    const one = new Budget({ characters: 1000, states: 1_000_000 });
    expect([...importSteps(file(1), one)].length).toBe(1);
    const steps = importSteps(file(17), new Budget({ characters: 2000, states: 16 * one.spent.states }));
    for (let i = 0; i < 16; i++) expect(steps.next().done).toBe(false);
    expect(steps.next()).toEqual({
      done: true,
      value: { ok: false, errors: [{ code: 'too_complex', host: 's0.example' }] },
    });
  });

  it('are made from options', () => {
    const rules = recipeOf({ ...DEFAULT_OPTIONS, length: 12, symbols: false });
    expect(rules).toBe('minlength: 12; maxlength: 12; required: upper; required: lower; required: digit;');
    for (const options of [DEFAULT_OPTIONS, { ...DEFAULT_OPTIONS, maxConsecutive: 1 }]) {
      const own = recipeOf(options);
      expect(recipeError('a.example', own)).toBeUndefined();
      const merged = mergeRules({ own });
      expect(merged).toMatchObject({ contradictions: [], unread: [] });
      expect(generateWithin(options, merged)).toMatchObject({ ok: true, adjustments: [] });
    }
  });
});
