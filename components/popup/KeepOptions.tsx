import type { PasswordOptions } from '../../lib/generator/index.ts';
import { message } from '../../lib/i18n/message.ts';
import { recipeOf } from '../../lib/site-rules/recipes/recipe-form.ts';
import { MAX_RECIPES, recipeError } from '../../lib/site-rules/recipes/recipes.ts';
import { siteRecipes } from '../../lib/storage/site-recipes.ts';
import type { Notice } from './Notes.tsx';

interface KeepOptionsProps {
  /** With its port, if it has one. */
  host: string;
  options: PasswordOptions;
  notify: (note: Notice) => void;
}

/** An offer to make the passwords of this site by these options from now on, whatever the options are elsewhere. */
export function KeepOptions({ host, options, notify }: KeepOptionsProps) {
  const name = host && new URL(`https://${host}`).hostname;
  const rules = recipeOf(options);
  if (!name || recipeError(name, rules)) return null;
  const keep = async () => {
    const recipes = await siteRecipes.read();
    if (Object.keys(recipes).length >= MAX_RECIPES) return;
    await siteRecipes.write({ ...recipes, [name]: rules });
    notify({ kind: 'said', text: message('site_kept', name) });
  };
  return (
    <button type="button" class="link" id="keep-options" onClick={() => void keep()}>
      {message('site_keep', name)}
    </button>
  );
}
