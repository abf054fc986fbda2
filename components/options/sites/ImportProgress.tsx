import { message } from '../../../lib/i18n/message.ts';
import { formatNumber } from '../../../lib/i18n/plural.ts';
import type { ImportProgress as Progress } from '../../../lib/site-rules/recipes/recipes.ts';

/** How far the check of a chosen file has come, and a way to stop it. */
export function ImportProgress({ progress, cancel }: { progress: Progress; cancel: () => void }) {
  const { done, total } = progress;
  const sentence = message('recipe_import_progress', formatNumber(done), formatNumber(total));
  return (
    <p class="buttons">
      <progress max={total} value={done} aria-label={sentence} />
      <span aria-hidden="true">{sentence}</span>
      <button type="button" class="button" id="recipe-import-stop" onClick={cancel}>
        {message('recipe_cancel')}
      </button>
    </p>
  );
}
