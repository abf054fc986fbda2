import { LONGEST } from '../../../lib/generator/policy/policy.ts';
import { message } from '../../../lib/i18n/message.ts';
import { parsePasswordRules } from '../../../lib/site-rules/passwordrules/parse.ts';
import { recipeFor } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import {
  type FormProblem,
  formProblems,
  type RecipeDraft,
  type RecipeForm,
} from '../../../lib/site-rules/recipes/recipe-form.ts';
import {
  MAX_RECIPES,
  type RecipeError,
  type Recipes,
  recipeError,
} from '../../../lib/site-rules/recipes/recipes.ts';
import { parseHost } from './typed-host.ts';
import { unicodeHost } from './unicode-host.ts';

/** How much of somebody else's text a sentence repeats, in UTF-16 units. */
const LONGEST_QUOTE = 60;

/** What is wrong with one entry of a file of recipes, or with the file, as a sentence. */
export function describeImportError({ code, host }: RecipeError): string {
  if (code === 'too_many') return message('recipe_import_too_many', String(MAX_RECIPES));
  if (code === 'too_long' && host === undefined) return message('recipe_import_file_too_long');
  return message(`recipe_import_${code}`, quoted(host ?? ''));
}

/** What is wrong with a recipe that is being written, as a sentence for each field. */
export type RecipeProblems = { readonly [field in keyof RecipeForm | 'host' | 'rules']?: string | undefined };

/** Checks what is about to be kept for the typed host; `replaced` is the host that it was kept for until now, if any. */
export function problemsOf(
  typed: string,
  { rules, form, exact }: RecipeDraft,
  recipes: Recipes,
  replaced: string,
): RecipeProblems {
  const host = hostProblem(typed, recipes, replaced);
  const wrong = exact ? Object.entries(formProblems(form)) : [];
  const told = wrong.flatMap(([field, problem]) => (problem ? [[field, formSentence(problem)]] : []));
  if (told.length) return { host, ...Object.fromEntries(told) };
  const problem = rulesProblem(rules);
  // Who writes in the form is told there.
  return exact ? { host, minLength: problem } : { host, rules: problem };
}

function hostProblem(typed: string, recipes: Recipes, replaced: string): string | undefined {
  const host = parseHost(typed);
  if (host === undefined || recipeError(host, 'minlength: 8')) return message('recipe_problem_host');
  if (host === replaced) return undefined;
  if (recipeFor(recipes, host) !== undefined) return message('recipe_problem_taken', unicodeHost(host));
  const isFull = replaced === '' && Object.keys(recipes).length >= MAX_RECIPES;
  return isFull ? message('recipe_problem_too_many', String(MAX_RECIPES)) : undefined;
}

const formSentence = (problem: FormProblem) => message(`recipe_problem_${problem}`, String(LONGEST));

/** The first thing that is wrong with a rules text; nothing if nothing is. */
function rulesProblem(rules: string): string | undefined {
  const [error] = parsePasswordRules(rules).errors;
  if (error) {
    const place = quoted(rules.slice(error.at).trim());
    return message(`recipe_syntax_${error.code}`, place || message('recipe_syntax_end'));
  }
  // Any host will do: what is asked about is the text.
  const code = recipeError('example.com', rules)?.code;
  if (code === 'rules_empty' || code === 'rules_unmeetable' || code === 'too_long')
    return message(`recipe_problem_${code}`);
  return undefined;
}

const quoted = (text: string) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
