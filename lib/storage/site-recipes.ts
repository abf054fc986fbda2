import * as v from 'valibot';
import { isRecipe, MAX_RECIPES, type Recipes } from '../site-rules/recipes/recipe.ts';
import { byName } from './schema.ts';
import { storedItem } from './stored-item.ts';

/** The rules that a person has saved for sites, by host; what isn't a recipe by its shape is dropped. */
export const siteRecipes = storedItem<Recipes>({
  key: 'site-recipes',
  area: 'local',
  ...byName(v.custom<readonly [string, string]>(isRecipe), MAX_RECIPES),
});
