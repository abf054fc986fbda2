import type { PasswordHints } from '../content/detect/password-hints.ts';
import type { FrameFill } from '../content/fill/fill-frame.ts';
import { type MergedRule, mergeRules } from '../site-rules/merge.ts';
import { loadSiteList, rulesForHost } from '../site-rules/site-list/site-list.ts';
import { learntRules, noteLearnt } from '../storage/learnt-rules.ts';
import { siteRecipes } from '../storage/site-recipes.ts';

/** The rules of all sites that are known here; can be begun while the page is still being looked at. */
export function readKnownRules() {
  return Promise.all([loadSiteList(), siteRecipes.read(), learntRules.read()]);
}

/**
 * What the site of `origin` accepts, as far as anybody says: the page itself, the person's own rule, what was learnt from
 * its errors in this session, and the bundled list.
 */
export async function siteRuleOf(
  origin: string,
  says: PasswordHints,
  known = readKnownRules(),
): Promise<MergedRule> {
  const host = hostNameOf(origin);
  if (!host) return mergeRules(says); // a sandboxed document is of no site
  const [list, recipes, learnt] = await known;
  const own = recipes[host] ?? rulesForHost({ rules: new Map(Object.entries(recipes)) }, host);
  return mergeRules({ ...says, own, learnt: learnt[host], list: rulesForHost(list, host) });
}

/** Remembers for the site what a fill has brought to light: what the page said, and where it cut the password. */
export async function learnFrom(origin: string, fill: FrameFill): Promise<void> {
  const host = hostNameOf(origin);
  if (!host || fill.outcome !== 'changed') return;
  const cuts = fill.problems.flatMap((problem) =>
    // In words, as the page might have said it: they are read along with its own.
    problem.kind === 'truncated' ? [`At most ${problem.to} characters`] : [],
  );
  await noteLearnt(host, [...cuts, ...(fill.errors ?? [])]);
}

/** The host of an origin without its port, by which lists name sites; empty where there is none. */
function hostNameOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}

/** The host of an origin; empty for a document that a sandbox keeps without one. */
export function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
