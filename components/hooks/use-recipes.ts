import { useState } from 'preact/hooks';
import { revertChange, sortedRecipes } from '../../lib/generator/rules/recipe-changes.ts';
import type { Recipes } from '../../lib/generator/rules/recipes.ts';
import { message } from '../../lib/platform/i18n.ts';
import { siteRecipes } from '../../lib/platform/site-recipes.ts';
import { useStored } from './use-stored.ts';

/** The recipes as a list that is changed by a person, who is told of each change and can take the last one back. */
export interface RecipeBook {
  readonly recipes: Recipes;
  /** Puts these in place of all that there are, and tells what that was. */
  change(after: Recipes, told: string): void;
  readonly told: string;
  /** Takes the last change back; not there while there is nothing to take back. */
  readonly undo: (() => void) | undefined;
}

interface Change {
  readonly told: string;
  readonly before?: Recipes;
  readonly after?: Recipes;
}

/** The stored recipes; nothing until they were read. */
export function useRecipes(): RecipeBook | undefined {
  const [recipes, store] = useStored(siteRecipes);
  const [{ told, before, after }, setLast] = useState<Change>({ told: '' });
  if (!recipes) return undefined;
  const change = (changed: Recipes, sentence: string) => {
    const sorted = sortedRecipes(changed);
    store(sorted);
    setLast({ told: sentence, before: recipes, after: sorted });
  };
  const undo = () => {
    if (!before || !after) return;
    store(revertChange(recipes, before, after));
    setLast({ told: message('recipe_undone') });
  };
  return { recipes, change, told, undo: before && undo };
}
