import * as v from 'valibot';
import { MAX_RECIPES, type Recipes, recipeError } from '../site-rules/recipes/recipes.ts';
import { byName } from './schema.ts';
import { storedItem } from './stored-item.ts';

const isRecipe = (entry: unknown) => {
  const [host, rules] = Array.isArray(entry) ? entry : [];
  return typeof host === 'string' && typeof rules === 'string' && !recipeError(host, rules);
};

/** The rules that a person has saved for sites, by host; invalid recipes are dropped. */
export const siteRecipes = storedItem<Recipes>({
  key: 'site-recipes',
  area: 'local',
  ...byName(v.custom<readonly [string, string]>(isRecipe), MAX_RECIPES),
});
