import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import { MAX_RECIPES, type Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import { revertChange, sortedRecipes } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { useStored } from '../../hooks/use-stored.ts';

/** An edit of the recipes that are stored when it runs, because another window may have changed some. */
export type RecipeEdit = (recipes: Recipes) => Recipes;

/** The recipes as a person edits them: each change has a notice, and the last one can be undone. */
export interface EditableRecipes {
  readonly recipes: Recipes;
  /**
   * Changes the recipes, unless there would be too many, and shows the notice; false if the change was not
   * saved, which the page then reports. The recipes show it once it is saved, because a row that went before
   * would take along what was typed in it.
   */
  change(edit: RecipeEdit, notice: string): Promise<boolean>;
  readonly notice: string;
  /** Undoes the last change, and returns as `change` does; missing while there is none. */
  readonly undo: (() => Promise<boolean>) | undefined;
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
  const change = async (edit: RecipeEdit, sentence: string) => {
    const apply = (current: Recipes) => withinLimit(sortedRecipes(edit(current)), current);
    const saved = await store(apply, 'once_saved');
    if (saved) setLast({ notice: sentence, before: recipes, after: apply(recipes) });
    return saved;
  };
  const undo = async () => {
    if (!before || !after) return false;
    const saved = await store((current) => revertChange(current, before, after), 'once_saved');
    if (saved) setLast({ notice: message('recipe_undone') });
    return saved;
  };
  return { recipes, change, notice, undo: before && undo };
}

const withinLimit = (changed: Recipes, current: Recipes) =>
  Object.keys(changed).length <= MAX_RECIPES ? changed : current;
