import type { Recipes } from './recipe.ts';

/** The recipes in the order of hosts, which is also the order in which storage returns them. */
export const sortedRecipes = (recipes: Recipes): Recipes =>
  Object.fromEntries(Object.entries(recipes).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The recipe of exactly this host, if any. */
export const recipeFor = (recipes: Recipes, host: string): string | undefined =>
  Object.hasOwn(recipes, host) ? recipes[host] : undefined;

/** The recipes without those of `hosts`. */
export const withoutHosts = (recipes: Recipes, hosts: readonly string[]): Recipes =>
  Object.fromEntries(Object.entries(recipes).filter(([host]) => !hosts.includes(host)));

/** The current recipes with a change from `before` to `after` undone. Changes of other hosts stay. */
export function revertChange(now: Recipes, before: Recipes, after: Recipes): Recipes {
  const hosts = Object.keys({ ...before, ...after });
  const changed = hosts.filter((host) => recipeFor(before, host) !== recipeFor(after, host));
  const old = Object.entries(before).filter(([host]) => changed.includes(host));
  return sortedRecipes({ ...withoutHosts(now, changed), ...Object.fromEntries(old) });
}
