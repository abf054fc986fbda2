import { describe, expect, it } from 'vitest';
import {
  recipeFor,
  revertChange,
  sortedRecipes,
  withoutHosts,
} from '../../../../lib/site-rules/recipes/recipe-changes.ts';

const [a, b] = ['maxlength: 8;', 'maxlength: 9;'];

describe('a change of recipes', () => {
  it('is taken back: what was added goes, what was removed or changed returns', () => {
    expect(revertChange({ 'b.example': b }, {}, { 'b.example': b })).toEqual({});
    expect(revertChange({}, { 'a.example': a }, {})).toEqual({ 'a.example': a });
    expect(revertChange({ 'a.example': b }, { 'a.example': a }, { 'a.example': b })).toEqual({
      'a.example': a,
    });
    expect(revertChange({ 'b.example': a }, { 'a.example': a }, { 'b.example': a })).toEqual({
      'a.example': a,
    });
  });

  it('is taken back without what came after it', () => {
    const now = { 'c.example': b, 'new.example': a };
    const back = revertChange(now, { 'z.example': a, 'c.example': b }, { 'c.example': b });
    expect(Object.entries(back)).toEqual([
      ['c.example', b],
      ['new.example', a],
      ['z.example', a],
    ]);
  });

  it('knows only hosts of its own, in their order', () => {
    expect(recipeFor({}, 'constructor')).toBeUndefined();
    expect(recipeFor({ 'a.example': a }, 'a.example')).toBe(a);
    expect(Object.keys(sortedRecipes({ 'b.example': b, 'a.example': a }))).toEqual([
      'a.example',
      'b.example',
    ]);
    expect(withoutHosts({ 'b.example': b, 'a.example': a }, ['b.example'])).toEqual({ 'a.example': a });
  });
});
