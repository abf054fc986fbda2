import { message } from '../../../lib/i18n/message.ts';
import { plural } from '../../../lib/i18n/plural.ts';
import { MAX_ERRORS, type RecipeError } from '../../../lib/site-rules/recipes/recipes.ts';
import { describeImportError } from './recipe-problem.ts';

/** Why a file was not imported, with each wrong entry by its host. */
export function ImportErrors({ errors }: { errors: readonly RecipeError[] | 'unreadable' }) {
  const sentences =
    errors === 'unreadable' ? [message('recipe_import_unreadable')] : errors.map(describeImportError);
  return (
    <div role="alert" class="import-errors" id="import-errors">
      {sentences.length ? (
        <>
          <p class="warning">{message('recipe_import_refused')}</p>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {sentences.length === MAX_ERRORS ? <p>{plural('recipe_import_more', MAX_ERRORS)}</p> : null}
        </>
      ) : null}
    </div>
  );
}
