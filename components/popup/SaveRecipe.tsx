import { useMemo } from 'preact/hooks';
import type { PasswordOptions } from '../../lib/generator/index.ts';
import { describeBound } from '../../lib/i18n/describe-rule.ts';
import { message } from '../../lib/i18n/message.ts';
import { formatNumber } from '../../lib/i18n/plural.ts';
import type { MergedRule } from '../../lib/site-rules/merge.ts';
import { contradictedBound } from '../../lib/site-rules/recipes/contradiction.ts';
import { MAX_RECIPES } from '../../lib/site-rules/recipes/recipe.ts';
import { recipeFor } from '../../lib/site-rules/recipes/recipe-changes.ts';
import { recipeOf } from '../../lib/site-rules/recipes/recipe-form.ts';
import { recipeError } from '../../lib/site-rules/recipes/recipes.ts';
import { orReport } from '../../lib/storage/lock.ts';
import { siteRecipes } from '../../lib/storage/site-recipes.ts';
import type { Notice } from './Notices.tsx';
import type { ShownPassword } from './use-popup-password.ts';
import type { SiteRuleState } from './use-site-rule.ts';

interface SaveRecipeProps {
  /** The site's host, with its port if it has one; empty where there is none. */
  host: string;
  shown: ShownPassword | undefined;
  rule: SiteRuleState;
  notify: (notice: Notice) => void;
}

/**
 * Saves the options of the shown password as the site's recipe, which replaces the usual options there from
 * then on: as they were fitted to the site, because those are the ones that work.
 */
export function SaveRecipe({ host, shown, rule, notify }: SaveRecipeProps) {
  const name = host && new URL(`https://${host}`).hostname;
  const { kind, options, site } = shown?.madeFor ?? {};
  // It is as much work as fitting a password, so it isn't repeated for each rendering.
  const rules = useMemo(
    () => (name && kind === 'password' ? validRecipe(name, options as PasswordOptions, site) : undefined),
    [name, kind, options, site],
  );
  if (!rules || !shown) return null;
  const save = async () => {
    const refused = contradictedBound(rules, shown.password, rule.page, rule.ignored);
    if (refused) {
      return notify({ kind: 'warning', text: message('site_keep_refused', name, describeBound(refused)) });
    }
    const saved = siteRecipes.update((stored) =>
      Object.keys(stored).length < MAX_RECIPES || recipeFor(stored, name) !== undefined
        ? { ...stored, [name]: rules }
        : stored,
    );
    const isSaved = recipeFor(await saved, name) === rules;
    if (isSaved) return notify({ kind: 'info', text: message('site_kept', name) });
    notify({ kind: 'warning', text: message('recipe_problem_too_many', formatNumber(MAX_RECIPES)) });
  };
  return (
    <button type="button" class="link" id="save-recipe" onClick={() => void orReport(save())}>
      {message('site_keep', name)}
    </button>
  );
}

/** The recipe of fitted options; undefined if there is none. */
function validRecipe(host: string, options: PasswordOptions, site?: MergedRule): string | undefined {
  const rules = recipeOf(options, site);
  return recipeError(host, rules) ? undefined : rules;
}
