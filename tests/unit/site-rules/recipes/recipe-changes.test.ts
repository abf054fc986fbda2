import { describe, expect, it } from 'vitest';
import {
  recipeFor,
  revertChange,
  sortedRecipes,
  withoutHosts,
} from '../../../../lib/site-rules/recipes/recipe-changes.ts';

const [a, b] = ['maxlength: 8;', 'maxlength: 9;'];

describe('a change of recipes', () => {
  it('is undone: added recipes go, removed and changed ones return', () => {
    expect(revertChange({ 'b.example': b }, {}, { 'b.example': b })).toEqual({});
    expect(revertChange({}, { 'a.example': a }, {})).toEqual({ 'a.example': a });
    expect(revertChange({ 'a.example': b }, { 'a.example': a }, { 'a.example': b })).toEqual({
      'a.example': a,
    });
    expect(revertChange({ 'b.example': a }, { 'a.example': a }, { 'b.example': a })).toEqual({
      'a.example': a,
    });
  });

  it('is undone without later changes', () => {
    const now = { 'c.example': b, 'new.example': a };
    const back = revertChange(now, { 'z.example': a, 'c.example': b }, { 'c.example': b });
    expect(Object.entries(back)).toEqual([
      ['c.example', b],
      ['new.example', a],
      ['z.example', a],
    ]);
  });

  it('lists only its own hosts, in their order', () => {
    expect(recipeFor({}, 'constructor')).toBeUndefined();
    expect(recipeFor({ 'a.example': a }, 'a.example')).toBe(a);
    expect(Object.keys(sortedRecipes({ 'b.example': b, 'a.example': a }))).toEqual([
      'a.example',
      'b.example',
    ]);
    expect(withoutHosts({ 'b.example': b, 'a.example': a }, ['b.example'])).toEqual({ 'a.example': a });
  });
});
