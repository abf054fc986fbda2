import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import { revertChange, sortedRecipes } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { useStored } from '../../hooks/use-stored.ts';

/** The recipes as a list that is changed by a person, who is told of each change and can take the last one back. */
export interface RecipeBook {
  readonly recipes: Recipes;
  /** Puts these in place of all that there are, and tells what that was. */
  change(after: Recipes, notice: string): void;
  readonly notice: string;
  /** Takes the last change back; not there while there is nothing to take back. */
  readonly undo: (() => void) | undefined;
}

interface Change {
  readonly notice: string;
  readonly before?: Recipes;
  readonly after?: Recipes;
}

/** The stored recipes; nothing until they were read. */
export function useRecipes(): RecipeBook | undefined {
  const [recipes, store] = useStored(siteRecipes);
  const [{ notice, before, after }, setLast] = useState<Change>({ notice: '' });
  if (!recipes) return undefined;
  const change = (changed: Recipes, sentence: string) => {
    const sorted = sortedRecipes(changed);
    store(sorted);
    setLast({ notice: sentence, before: recipes, after: sorted });
  };
  const undo = () => {
    if (!before || !after) return;
    store(revertChange(recipes, before, after));
    setLast({ notice: message('recipe_undone') });
  };
  return { recipes, change, notice, undo: before && undo };
}
