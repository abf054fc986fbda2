import * as v from 'valibot';
import { MAX_RECIPES, type Recipes, recipeError } from '../site-rules/recipes/recipes.ts';
import { byName, orElse } from './schema.ts';
import { storedItem } from './stored-item.ts';

const isRecipe = (entry: unknown) => {
  const [host, rules] = entry as readonly unknown[];
  return typeof host === 'string' && typeof rules === 'string' && !recipeError(host, rules);
};

/** The rules that a person has saved for sites, by host; invalid recipes are dropped. */
export const siteRecipes = storedItem<Recipes>({
  key: 'site-recipes',
  area: 'local',
  version: 1,
  schema: orElse<Recipes>(byName(v.custom<readonly [string, string]>(isRecipe), MAX_RECIPES), {}),
});
