import { useState } from 'preact/hooks';
import {
  importRecipes,
  MAX_FILE,
  type RecipeError,
  type Recipes,
  type RecipesResult,
} from '../../../lib/site-rules/recipes/recipes.ts';

/** The recipes of a file, or why they cannot be imported. */
export type ReadFile = RecipesResult | { readonly ok: false; readonly errors: 'unreadable' };

/**
 * The file that was chosen last, until `discard` is called. `onRead` is called with the recipes of a valid
 * one.
 */
export function useRecipeFile(onRead: (recipes: Recipes) => void) {
  const [file, setFile] = useState<ReadFile>();
  const open = async (chosen: File) => {
    const result = await readFile(chosen);
    setFile(result);
    if (result.ok) onRead(result.recipes);
  };
  const errors: readonly RecipeError[] | 'unreadable' = file && !file.ok ? file.errors : [];
  return { recipes: file?.ok ? file.recipes : undefined, errors, open, discard: () => setFile(undefined) };
}

/** Rejects a file that is far too large without reading it. */
async function readFile(file: File): Promise<ReadFile> {
  // A UTF-16 unit has at most three bytes in UTF-8.
  if (file.size > 3 * MAX_FILE) return { ok: false, errors: [{ code: 'too_long' }] };
  const text = await file.text().catch(() => undefined);
  return text === undefined ? { ok: false, errors: 'unreadable' } : importRecipes(text);
}
