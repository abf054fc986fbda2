import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import { revertChange, sortedRecipes } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { useStored } from '../../hooks/use-stored.ts';

/** The recipes as a person edits them: each change has a notice, and the last one can be undone. */
export interface EditableRecipes {
  readonly recipes: Recipes;
  /** Replaces all recipes, and shows the notice. */
  change(after: Recipes, notice: string): void;
  readonly notice: string;
  /** Undoes the last change; missing while there is none. */
  readonly undo: (() => void) | undefined;
}

interface Change {
  readonly notice: string;
  readonly before?: Recipes;
  readonly after?: Recipes;
}

/** The stored recipes; `undefined` until they have been read. */
export function useRecipes(): EditableRecipes | undefined {
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
