import { MAX_RECIPES, type Recipes, recipeError } from '../site-rules/recipes/recipes.ts';
import { asRecord, storedItem } from './stored-item.ts';

/** The rules that a person has saved for sites, by host; invalid recipes are dropped. */
export const siteRecipes = storedItem<Recipes>({
  key: 'site-recipes',
  area: 'local',
  version: 1,
  parse: (stored) => {
    const entries = Object.entries(asRecord(stored)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !recipeError(entry[0], entry[1]),
    );
    return Object.fromEntries(entries.slice(0, MAX_RECIPES));
  },
});
