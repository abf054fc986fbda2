import { DEFAULT_OPTIONS } from '../../generator/index.ts';
import { fitToRule } from '../fit/fit.ts';
import { parsePasswordRules } from '../passwordrules/parse.ts';

/** A person's rules texts by host, in the format of the public list. */
export type Recipes = { readonly [host: string]: string };

/** Why a file of recipes, or one recipe, is rejected. */
export interface RecipeError {
  readonly code: /** Not JSON, or not an object of hosts. */
    | 'not_json'
    | 'not_a_list'
    /** More recipes than `MAX_RECIPES`, or a longer text than allowed. */
    | 'too_many'
    | 'too_long'
    /** The key is not a host name, or the entry is not `{"password-rules": "..."}`. */
    | 'not_a_host'
    | 'not_an_entry'
    /** The rules text has an error, sets no bound, or cannot be met. */
    | 'rules_error'
    | 'rules_empty'
    | 'rules_unmeetable';
  /** The host of the entry at fault, if it is one entry. */
  readonly host?: string | undefined;
}

/** The recipes of a file, or at most 20 of its errors. */
export type RecipesResult =
  | { readonly ok: true; readonly recipes: Recipes }
  | { readonly ok: false; readonly errors: readonly RecipeError[] };

/** The most recipes, which the storage of an extension holds with ease. */
export const MAX_RECIPES = 2000;
const MAX_RULES = 1000;
/** The greatest length of a file, in UTF-16 units. */
export const MAX_FILE = 4_000_000;
/** The most errors of one import. */
export const MAX_ERRORS = 20;

/** The recipes in the format of the public list: `{"example.com": {"password-rules": "maxlength: 12;"}}`. */
export function exportRecipes(recipes: Recipes): string {
  const hosts = Object.keys(recipes).sort();
  const entries = hosts.map((host) => [host, { 'password-rules': recipes[host] }] as const);
  return `${JSON.stringify(Object.fromEntries(entries), null, 4)}\n`;
}

/** Reads a file in the format of the public list. One invalid entry rejects the whole file. */
export function importRecipes(file: string): RecipesResult {
  if (file.length > MAX_FILE) return { ok: false, errors: [{ code: 'too_long' }] };
  const list = parsed(file);
  if (list === undefined) return { ok: false, errors: [{ code: 'not_json' }] };
  if (!isRecord(list)) return { ok: false, errors: [{ code: 'not_a_list' }] };
  const entries = Object.entries(list);
  if (entries.length > MAX_RECIPES) return { ok: false, errors: [{ code: 'too_many' }] };
  const errors: RecipeError[] = [];
  const recipes: [string, string][] = [];
  for (const [host, entry] of entries) {
    const rules = isRecord(entry) ? entry['password-rules'] : undefined;
    const error: RecipeError | undefined =
      typeof rules === 'string' ? recipeError(host, rules) : { code: 'not_an_entry', host };
    if (error) errors.push(error);
    recipes.push([host.toLowerCase(), String(rules)]);
    if (errors.length === MAX_ERRORS) break;
  }
  return errors.length ? { ok: false, errors } : { ok: true, recipes: Object.fromEntries(recipes) };
}

/** Why a recipe is invalid, if it is. */
export function recipeError(host: string, rules: string): RecipeError | undefined {
  if (!isHost(host)) return { code: 'not_a_host', host };
  if (rules.length > MAX_RULES) return { code: 'too_long', host };
  const { errors, ...rule } = parsePasswordRules(rules);
  if (errors.length) return { code: 'rules_error', host };
  if (JSON.stringify(rule) === JSON.stringify({ ...parsePasswordRules(''), errors: undefined })) {
    return { code: 'rules_empty', host };
  }
  return fitToRule(DEFAULT_OPTIONS, rule).ok ? undefined : { code: 'rules_unmeetable', host };
}

/**
 * Whether a name consists of labels of letters, digits and hyphens. International names are in ASCII form.
 */
function isHost(host: string): boolean {
  const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
  return host.length <= 253 && new RegExp(`^(?:${label}\\.)*${label}$`, 'i').test(host);
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
