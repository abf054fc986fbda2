import { message } from '../../../lib/i18n/message.ts';
import { formatNumber, plural } from '../../../lib/i18n/plural.ts';
import { MAX_RECIPES, type Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import { recipeFor } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import type { RecipeEdit } from './use-recipes.ts';

interface RecipeImportProps {
  /** What the file holds, all of it valid. */
  imported: Recipes;
  recipes: Recipes;
  /** Closes the question once the import is saved. */
  apply: (edit: RecipeEdit, notice: string) => Promise<void>;
  cancel: () => void;
}

/** Asks whether the recipes of a file are merged with the stored ones or replace them. */
export function RecipeImport({ imported, recipes, apply, cancel }: RecipeImportProps) {
  const hosts = Object.keys(imported);
  return (
    <fieldset class="recipe-import" aria-describedby="recipe-import-question">
      <p id="recipe-import-question" role="status">
        {questionFor(hosts, recipes)}
      </p>
      <p class="buttons">
        {hosts.length ? <ImportChoices imported={imported} recipes={recipes} apply={apply} /> : null}
        <button type="button" class="button" id="recipe-import-cancel" onClick={cancel}>
          {message('recipe_cancel')}
        </button>
      </p>
    </fieldset>
  );
}

/** Merge and replace. Merging is not offered if the result would exceed the limit. */
function ImportChoices({ imported, recipes, apply }: Omit<RecipeImportProps, 'cancel'>) {
  const count = Object.keys(imported).length;
  const before = Object.keys(recipes).length;
  return (
    <>
      {isWithinLimit({ ...recipes, ...imported }) ? (
        <button
          type="button"
          class="button primary"
          id="recipe-import-merge"
          onClick={() =>
            void apply((current) => ({ ...current, ...imported }), plural('recipe_imported', count))
          }
        >
          {message('recipe_import_merge')}
        </button>
      ) : null}
      <button
        type="button"
        class="button"
        id="recipe-import-replace"
        onClick={() =>
          void apply(
            () => imported,
            plural('recipe_replaced', count, formatNumber(count), formatNumber(before)),
          )
        }
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
  const count = formatNumber(hosts.length);
  if (total > MAX_RECIPES) return message('recipe_import_no_room', count, formatNumber(MAX_RECIPES));
  return message('recipe_import_question', count, formatNumber(known));
}

const isWithinLimit = (recipes: Recipes) => Object.keys(recipes).length <= MAX_RECIPES;
