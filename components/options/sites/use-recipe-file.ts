import { useState } from 'preact/hooks';
import {
  importRecipes,
  MAX_FILE,
  type RecipeError,
  type Recipes,
  type RecipesResult,
} from '../../../lib/site-rules/recipes/recipes.ts';

/** How a file of recipes was read: what it holds, or why it is refused. */
export type ReadFile = RecipesResult | { readonly ok: false; readonly errors: 'unreadable' };

/** The last file that was chosen, as far as nothing has been done with it; `forget` puts it away. */
export function useRecipeFile(isRead: (recipes: Recipes) => void) {
  const [read, setRead] = useState<ReadFile>();
  const open = async (file: File) => {
    const result = await readFile(file);
    setRead(result);
    if (result.ok) isRead(result.recipes);
  };
  const errors: readonly RecipeError[] | 'unreadable' = read && !read.ok ? read.errors : [];
  return { recipes: read?.ok ? read.recipes : undefined, errors, open, forget: () => setRead(undefined) };
}

/** A file that is far too large is not read at all. */
async function readFile(file: File): Promise<ReadFile> {
  // A UTF-16 unit has at most three bytes in UTF-8.
  if (file.size > 3 * MAX_FILE) return { ok: false, errors: [{ code: 'too_long' }] };
  const text = await file.text().catch(() => undefined);
  return text === undefined ? { ok: false, errors: 'unreadable' } : importRecipes(text);
}
