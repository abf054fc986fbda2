import { importSteps, type RecipesResult } from '../../lib/site-rules/recipes/recipes.ts';

/** Reads a file of recipes without a stop. */
export function importRecipes(file: string): RecipesResult {
  const steps = importSteps(file);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
