import { message } from '../../../lib/i18n/message.ts';
import { recipeFor } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import { MAX_RECIPES, type Recipes } from '../../../lib/site-rules/recipes/recipes.ts';

interface RecipeImportProps {
  /** What the file holds, all of it valid. */
  read: Recipes;
  recipes: Recipes;
  take: (recipes: Recipes, told: string) => void;
  cancel: () => void;
}

/** Asks what a file that was read is to do with the recipes that are there. */
export function RecipeImport({ read, recipes, take, cancel }: RecipeImportProps) {
  const hosts = Object.keys(read);
  return (
    <fieldset class="recipe-import" aria-describedby="recipe-import-question">
      <p id="recipe-import-question" role="status">
        {questionFor(hosts, recipes)}
      </p>
      <p class="buttons">
        {hosts.length ? <Ways read={read} recipes={recipes} take={take} /> : null}
        <button type="button" class="button" id="recipe-import-cancel" onClick={cancel}>
          {message('recipe_cancel')}
        </button>
      </p>
    </fieldset>
  );
}

/** The two ways to take a file. Merging is not offered where there would be more than can be kept. */
function Ways({ read, recipes, take }: Omit<RecipeImportProps, 'cancel'>) {
  const count = String(Object.keys(read).length);
  const before = String(Object.keys(recipes).length);
  const merged = { ...recipes, ...read };
  return (
    <>
      {fits(merged) ? (
        <button
          type="button"
          class="button primary"
          id="recipe-import-merge"
          onClick={() => take(merged, message('recipe_imported', count))}
        >
          {message('recipe_import_merge')}
        </button>
      ) : null}
      <button
        type="button"
        class="button"
        id="recipe-import-replace"
        onClick={() => take(read, message('recipe_replaced', count, before))}
      >
        {message('recipe_import_replace')}
      </button>
    </>
  );
}

function questionFor(hosts: readonly string[], recipes: Recipes): string {
  if (hosts.length === 0) return message('recipe_import_nothing');
  const known = hosts.filter((host) => recipeFor(recipes, host) !== undefined).length;
  const total = hosts.length - known + Object.keys(recipes).length;
  if (total > MAX_RECIPES) return message('recipe_import_no_room', String(hosts.length), String(MAX_RECIPES));
  return message('recipe_import_question', String(hosts.length), String(known));
}

const fits = (recipes: Recipes) => Object.keys(recipes).length <= MAX_RECIPES;
