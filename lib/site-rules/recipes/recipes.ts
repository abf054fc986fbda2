import { DEFAULT_OPTIONS } from '../../generator/kinds/password.ts';
import { fitToRule } from '../fit/fit.ts';
import { parsePasswordRules } from '../passwordrules/parse.ts';

/** What a person keeps for sites: rules texts by host, as the public list has them. */
export type Recipes = { readonly [host: string]: string };

/** Why a file of recipes, or one recipe, is refused. */
export interface RecipeError {
  readonly code: /** Not JSON, or no object of hosts. */
    | 'not_json'
    | 'not_a_list'
    /** More than can be kept, or longer. */
    | 'too_many'
    | 'too_long'
    /** The name is no host name; the entry is no `{"password-rules": "..."}`. */
    | 'not_a_host'
    | 'not_an_entry'
    /** The rules text has an error, says nothing, or no password satisfies it. */
    | 'rules_error'
    | 'rules_empty'
    | 'rules_unmeetable';
  /** The entry at fault, where it is one. */
  readonly host?: string | undefined;
}

/** Recipes that were read, or all that is wrong with them (20 errors at most). */
export type RecipesResult =
  | { readonly ok: true; readonly recipes: Recipes }
  | { readonly ok: false; readonly errors: readonly RecipeError[] };

/** Most recipes, longest rules text and largest file, in UTF-16 units: what an extension's storage holds with ease. */
export const MAX_RECIPES = 2000;
const MAX_RULES = 1000;
export const MAX_FILE = 4_000_000;
export const MAX_ERRORS = 20;

/** The recipes in the public list's own form: `{"example.com": {"password-rules": "maxlength: 12;"}}`. */
export function exportRecipes(recipes: Recipes): string {
  const hosts = Object.keys(recipes).sort();
  const entries = hosts.map((host) => [host, { 'password-rules': recipes[host] }] as const);
  return `${JSON.stringify(Object.fromEntries(entries), null, 4)}\n`;
}

/** Reads a file in the public list's form. All or nothing: one wrong entry, and none is taken. */
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

/** What is wrong with a recipe, if anything is: for an interface in which one is written, too. */
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

/** Labels of letters, digits and hyphens, or `localhost`: international names come in their ASCII form. */
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
