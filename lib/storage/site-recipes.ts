import { type Recipes, storedRecipes } from '../site-rules/recipes/recipes.ts';
import { asRecord, storedItem } from './stored-item.ts';

/** The rules that a person has saved for sites, by host; what isn't a recipe by its shape is dropped. */
export const siteRecipes = storedItem<Recipes>({
  key: 'site-recipes',
  area: 'local',
  version: 1,
  parse: (stored) => storedRecipes(asRecord(stored)),
});
