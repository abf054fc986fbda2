import type { ComponentChildren } from 'preact';
import { message } from '../../../lib/i18n/message.ts';
import { saveFile } from '../../../lib/platform/save-file.ts';
import { exportRecipes, type Recipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { FileButton } from '../FileButton.tsx';
import { RecipeImport } from './RecipeImport.tsx';
import { RecipeRefusal } from './RecipeRefusal.tsx';
import { useRecipeFile } from './use-recipe-file.ts';

const FILE_NAME = 'passmint-sites.json';

interface RecipeFilesProps {
  recipes: Recipes;
  change: (recipes: Recipes, told: string) => void;
  focus: (...ids: string[]) => void;
  /** What stands before the buttons, in the same row. */
  children: ComponentChildren;
}

/** Recipes out into a file and in from one. */
export function RecipeFiles({ recipes, change, focus, children }: RecipeFilesProps) {
  const isEmpty = Object.keys(recipes).length === 0;
  const take = (imported: Recipes, told: string) => {
    file.forget();
    change(imported, told);
    focus('recipe-undo');
  };
  const file = useRecipeFile((read) => {
    const count = Object.keys(read).length;
    if (isEmpty && count) take(read, message('recipe_imported', String(count)));
    else focus('recipe-import-merge', 'recipe-import-cancel');
  });
  return (
    <>
      <p class="buttons">
        {children}
        <FileButton id="recipe-import" label={message('recipe_import')} open={file.open} />
        <ExportButton recipes={recipes} />
      </p>
      {file.recipes ? (
        <RecipeImport
          read={file.recipes}
          recipes={recipes}
          take={take}
          cancel={() => {
            file.forget();
            focus('recipe-import');
          }}
        />
      ) : null}
      <RecipeRefusal errors={file.errors} />
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
