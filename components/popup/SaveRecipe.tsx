import type { PasswordOptions } from '../../lib/generator/index.ts';
import { message } from '../../lib/i18n/message.ts';
import { recipeOf } from '../../lib/site-rules/recipes/recipe-form.ts';
import { MAX_RECIPES, recipeError } from '../../lib/site-rules/recipes/recipes.ts';
import { unlessBusy } from '../../lib/storage/lock.ts';
import { siteRecipes } from '../../lib/storage/site-recipes.ts';
import type { Notice } from './Notices.tsx';

interface SaveRecipeProps {
  /** The site's host, with its port if it has one; empty where there is none. */
  host: string;
  options: PasswordOptions;
  notify: (notice: Notice) => void;
}

/** Saves the options as the site's recipe, which replaces the usual options there from then on. */
export function SaveRecipe({ host, options, notify }: SaveRecipeProps) {
  const name = host && new URL(`https://${host}`).hostname;
  const rules = recipeOf(options);
  if (!name || recipeError(name, rules)) return null;
  const save = async () => {
    const saved = siteRecipes.update((stored) =>
      Object.keys(stored).length < MAX_RECIPES ? { ...stored, [name]: rules } : stored,
    );
    if ((await unlessBusy(saved))?.[name] !== rules) return;
    notify({ kind: 'info', text: message('site_kept', name) });
  };
  return (
    <button type="button" class="link" id="save-recipe" onClick={() => void save()}>
      {message('site_keep', name)}
    </button>
  );
}
