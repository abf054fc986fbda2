import type { PasswordHints } from '../content/detect/password-hints.ts';
import type { FrameFill } from '../content/fill/fill-frame.ts';
import { type MergedRule, mergeRules } from '../site-rules/merge.ts';
import { recipeFor } from '../site-rules/recipes/recipe-changes.ts';
import { loadSiteList, rulesForHost } from '../site-rules/site-list/site-list.ts';
import { readLearntRules, recordSiteErrors, sentencesOf } from '../storage/learnt-rules.ts';
import { siteRecipes } from '../storage/site-recipes.ts';

/**
 * Loads the stored and bundled rules of all sites. Callers start it early, while the page is still being
 * surveyed. What was learnt in private windows is known only in them.
 */
export function loadKnownRules(incognito = false) {
  return Promise.all([loadSiteList(), siteRecipes.read(), readLearntRules(incognito)]);
}

/**
 * Merges what is known about the site of `origin`: the hints of the page, the person's recipe, the errors of
 * this session and the bundled list.
 */
export async function resolveSiteRule(
  origin: string,
  hints: PasswordHints,
  known = loadKnownRules(),
): Promise<MergedRule> {
  const host = hostnameOf(origin);
  if (!host) return mergeRules(hints); // a sandboxed document belongs to no site
  const [list, recipes, learnt] = await known;
  const own =
    recipeFor(recipes, host) ?? rulesForHost({ rules: { get: (name) => recipeFor(recipes, name) } }, host);
  return mergeRules({ ...hints, own, learnt: sentencesOf(learnt, host), list: rulesForHost(list, host) });
}

/**
 * Keeps for the site what a fill showed about its rules: new error lines, and the length at which it cut the
 * password.
 */
export async function learnFromFill(origin: string, fill: FrameFill, incognito = false): Promise<void> {
  const host = hostnameOf(origin);
  if (!host || fill.outcome !== 'changed') return;
  const cuts = fill.problems.flatMap((problem) =>
    // A sentence, because it is read later together with the page's own sentences.
    problem.kind === 'truncated' ? [`At most ${problem.to} characters`] : [],
  );
  await recordSiteErrors(host, [...cuts, ...(fill.errors ?? [])], incognito);
}

/** The host without its port, as lists name sites; empty for a document that a sandbox keeps without one. */
function hostnameOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}

/** The host of an origin with its port; empty for a document that a sandbox keeps without one. */
export function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
