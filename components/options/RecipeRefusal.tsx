import { MAX_ERRORS, type RecipeError } from '../../lib/generator/rules/recipes.ts';
import { message } from '../../lib/platform/i18n.ts';
import { describeImportError } from '../../lib/platform/recipe-problem.ts';

/** Why a file was refused: each wrong entry by its name. */
export function RecipeRefusal({ errors }: { errors: readonly RecipeError[] | 'unreadable' }) {
  const sentences =
    errors === 'unreadable' ? [message('recipe_import_unreadable')] : errors.map(describeImportError);
  return (
    <div role="alert" class="recipe-refusal" id="recipe-refusal">
      {sentences.length ? (
        <>
          <p class="warning">{message('recipe_import_refused')}</p>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {sentences.length === MAX_ERRORS ? (
            <p>{message('recipe_import_more', String(MAX_ERRORS))}</p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
