import { MAX_RECIPES, type Recipes, shapeError } from '../site-rules/recipes/recipes.ts';
import { asRecord, storedItem } from './stored-item.ts';

/**
 * The rules that a person has saved for sites, by host. What isn't a recipe is dropped by its shape alone: a
 * fill reads the rules of its own host, and no others.
 */
export const siteRecipes = storedItem<Recipes>({
  key: 'site-recipes',
  area: 'local',
  version: 1,
  parse: (stored) => {
    const entries = Object.entries(asRecord(stored)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !shapeError(entry[0], entry[1]),
    );
    return Object.fromEntries(entries.slice(0, MAX_RECIPES));
  },
});
