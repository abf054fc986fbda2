/** A person's rules texts by host, in the format of the public list. */
export type Recipes = { readonly [host: string]: string };

/** The most recipes, which the storage of an extension holds with ease. */
export const MAX_RECIPES = 2000;
/** The greatest length of a rules text, in UTF-16 units. */
export const MAX_RULES = 1000;

/**
 * Whether a host with a rules text is a recipe by its shape. What the rules say is checked once, when they
 * are saved, so that a fill reads those of its own host and no others.
 */
export function isRecipe(entry: unknown): boolean {
  const [host, rules] = Array.isArray(entry) ? entry : [];
  return typeof host === 'string' && isHost(host) && typeof rules === 'string' && rules.length <= MAX_RULES;
}

/**
 * Whether a name consists of labels of letters, digits and hyphens. International names are in ASCII form.
 */
export const isHost = (host: string): boolean => host.length <= 253 && HOST.test(host);

const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const HOST = new RegExp(`^(?:${LABEL}\\.)*${LABEL}$`, 'i');
