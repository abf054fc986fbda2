import type { ComponentChildren } from 'preact';
import { message } from '../../../lib/i18n/message.ts';
import { plural } from '../../../lib/i18n/plural.ts';
import { saveFile } from '../../../lib/platform/save-file.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import { exportRecipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { orReport } from '../../../lib/storage/lock.ts';
import { FileButton } from '../FileButton.tsx';
import { ImportErrors } from './ImportErrors.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { RecipeImport } from './RecipeImport.tsx';
import { useRecipeFile } from './use-recipe-file.ts';
import type { RecipeEdit } from './use-recipes.ts';

const FILE_NAME = 'passmint-sites.json';

interface RecipeFilesProps {
  recipes: Recipes;
  change: (edit: RecipeEdit, notice: string) => Promise<boolean>;
  focus: (...ids: string[]) => void;
  /** Stands before the buttons, in the same row. */
  children: ComponentChildren;
}

/** The export of recipes into a file, and the import from one. */
export function RecipeFiles({ recipes, change, focus, children }: RecipeFilesProps) {
  const isEmpty = Object.keys(recipes).length === 0;
  const apply = async (edit: RecipeEdit, notice: string) => {
    if (!(await change(edit, notice))) return;
    file.discard();
    focus('recipe-undo');
  };
  const file = useRecipeFile((imported) => {
    const count = Object.keys(imported).length;
    if (isEmpty && count) void apply(() => imported, plural('recipe_imported', count));
    else focus('recipe-import-merge', 'recipe-import-cancel');
  });
  const cancel = () => {
    file.discard();
    focus('recipe-import');
  };
  return (
    <>
      <p class="buttons">
        {children}
        <FileButton
          id="recipe-import"
          label={message('recipe_import')}
          open={(chosen) => void orReport(file.open(chosen))}
        />
        <ExportButton recipes={recipes} />
      </p>
      {file.progress ? <ImportProgress progress={file.progress} cancel={cancel} /> : null}
      {file.recipes ? (
        <RecipeImport imported={file.recipes} recipes={recipes} apply={apply} cancel={cancel} />
      ) : null}
      <ImportErrors errors={file.errors} />
      <p class="help">{message('recipe_file_help')}</p>
    </>
  );
}

function ExportButton({ recipes }: { recipes: Recipes }) {
  return (
    <button
      type="button"
      class="button"
      id="recipe-export"
      disabled={Object.keys(recipes).length === 0}
      onClick={() => saveFile(FILE_NAME, exportRecipes(recipes))}
    >
      {message('recipe_export')}
    </button>
  );
}
