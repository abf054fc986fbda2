import { DEFAULT_OPTIONS } from '../../generator/index.ts';
import { Budget, type Work } from '../budget.ts';
import { fitToRule } from '../fit/fit.ts';
import { parsePasswordRules } from '../passwordrules/parse.ts';
import { isHost, MAX_RECIPES, MAX_RULES, type Recipes } from './recipe.ts';

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
    | 'rules_unmeetable'
    /** Checking the rules takes too long, or that of all the file does and these take longest. */
    | 'too_complex';
  /** The host of the entry at fault, if it is one entry. */
  readonly host?: string | undefined;
}

/** The recipes of a file, or at most 20 of its errors. */
export type RecipesResult =
  | { readonly ok: true; readonly recipes: Recipes }
  | { readonly ok: false; readonly errors: readonly RecipeError[] };

/** The greatest length of a file, in UTF-16 units. */
export const MAX_FILE = 4_000_000;
/** The most errors of one import. */
export const MAX_ERRORS = 20;

/**
 * What checking all rules of a file may cost. As many recipes as can be stored take a third of it if they are
 * like those of the public list.
 */
const FILE_WORK: Work = { characters: MAX_RECIPES * MAX_RULES, states: 2 ** 21 };
/** The part of it that one recipe may cost. */
const ENTRY = 1 / 4;

/** The recipes in the format of the public list: `{"example.com": {"password-rules": "maxlength: 12;"}}`. */
export function exportRecipes(recipes: Recipes): string {
  const hosts = Object.keys(recipes).sort();
  const entries = hosts.map((host) => [host, { 'password-rules': recipes[host] }] as const);
  return `${JSON.stringify(Object.fromEntries(entries), null, 4)}\n`;
}

/** How far the check of a file has come, in entries. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Reads a file in the format of the public list. One invalid entry rejects the whole file. It stops after
 * each entry, so that its caller can pause, show how far it has come, or leave off.
 */
export function* importSteps(
  file: string,
  budget = new Budget(FILE_WORK),
): Generator<ImportProgress, RecipesResult> {
  const entries = entriesOf(file);
  if (!Array.isArray(entries)) return { ok: false, errors: [entries as RecipeError] };
  const errors: RecipeError[] = [];
  const recipes: [string, string][] = [];
  let costliest = { host: '', states: -1 };
  for (const [host, entry] of entries) {
    const before = budget.spent.states;
    const rules = isRecord(entry) ? entry['password-rules'] : undefined;
    const error: RecipeError | undefined =
      typeof rules === 'string' ? recipeError(host, rules, budget) : { code: 'not_an_entry', host };
    const states = budget.spent.states - before;
    if (states > costliest.states) costliest = { host, states };
    // Once all is spent, an ordinary entry is too much, so the one that has taken most is named.
    const isOver = error?.code === 'too_complex' && !budget.spend('states', 1);
    if (error) errors.push(isOver ? { ...error, host: costliest.host } : error);
    if (errors.length === MAX_ERRORS || error?.code === 'too_complex') break;
    recipes.push([host.toLowerCase(), String(rules)]);
    yield { done: recipes.length, total: entries.length };
  }
  return errors.length ? { ok: false, errors } : { ok: true, recipes: Object.fromEntries(recipes) };
}

/** The entries of a file, or why it has none. */
function entriesOf(file: string): [string, unknown][] | RecipeError {
  if (file.length > MAX_FILE) return { code: 'too_long' };
  const list = parsed(file);
  if (list === undefined) return { code: 'not_json' };
  if (!isRecord(list)) return { code: 'not_a_list' };
  const entries = Object.entries(list);
  return entries.length > MAX_RECIPES ? { code: 'too_many' } : entries;
}

/** Why a recipe is invalid, if it is. One that the budget is not enough for counts as too complex. */
export function recipeError(
  host: string,
  rules: string,
  budget = new Budget(FILE_WORK),
): RecipeError | undefined {
  if (!isHost(host)) return { code: 'not_a_host', host };
  if (rules.length > MAX_RULES) return { code: 'too_long', host };
  if (!budget.spend('characters', rules.length)) return { code: 'too_complex', host };
  const { errors, ...rule } = parsePasswordRules(rules);
  if (errors.length) return { code: 'rules_error', host };
  if (JSON.stringify(rule) === JSON.stringify({ ...parsePasswordRules(''), errors: undefined })) {
    return { code: 'rules_empty', host };
  }
  const fitted = fitToRule(DEFAULT_OPTIONS, rule, [], budget.share(ENTRY));
  if (fitted.ok) return undefined;
  return { code: fitted.error.code === 'too_complex' ? 'too_complex' : 'rules_unmeetable', host };
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
