import type { Recipes } from './recipes.ts';

/** The recipes by host, in the order of hosts: what storage gives back is in that order, too. */
export const sortedRecipes = (recipes: Recipes): Recipes =>
  Object.fromEntries(Object.entries(recipes).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The recipe of exactly this host, if there is one. */
export const recipeFor = (recipes: Recipes, host: string): string | undefined =>
  Object.hasOwn(recipes, host) ? recipes[host] : undefined;

/** The recipes with those of `hosts` taken away. */
export const withoutHosts = (recipes: Recipes, hosts: readonly string[]): Recipes =>
  Object.fromEntries(Object.entries(recipes).filter(([host]) => !hosts.includes(host)));

/** The recipes now, but where a change went from `before` to `after` as they were before it: later ones stay. */
export function revertChange(now: Recipes, before: Recipes, after: Recipes): Recipes {
  const hosts = Object.keys({ ...before, ...after });
  const changed = hosts.filter((host) => recipeFor(before, host) !== recipeFor(after, host));
  const old = Object.entries(before).filter(([host]) => changed.includes(host));
  return sortedRecipes({ ...withoutHosts(now, changed), ...Object.fromEntries(old) });
}
