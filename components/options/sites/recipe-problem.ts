import { LONGEST } from '../../../lib/generator/policy/policy.ts';
import { message } from '../../../lib/i18n/message.ts';
import { formatNumber, plural } from '../../../lib/i18n/plural.ts';
import { parsePasswordRules } from '../../../lib/site-rules/passwordrules/parse.ts';
import { MAX_RECIPES, type Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import { recipeFor } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import {
  type FormProblem,
  formProblems,
  type RecipeDraft,
  type RecipeForm,
} from '../../../lib/site-rules/recipes/recipe-form.ts';
import { type RecipeError, recipeError } from '../../../lib/site-rules/recipes/recipes.ts';
import { parseHost } from './parse-host.ts';
import { unicodeHost } from './unicode-host.ts';

/** The longest quotation of foreign text in a sentence, in UTF-16 units. */
const MAX_QUOTE = 60;

/** The problem with one entry of an imported file, or with the whole file, as a sentence. */
export function describeImportError({ code, host }: RecipeError): string {
  if (code === 'too_many') return message('recipe_import_too_many', formatNumber(MAX_RECIPES));
  if (code === 'too_long' && host === undefined) return message('recipe_import_file_too_long');
  return message(`recipe_import_${code}`, quote(host ?? ''));
}

/** The problems of a recipe that is being edited, as a sentence for each field. */
export type RecipeProblems = { readonly [field in keyof RecipeForm | 'host' | 'rules']?: string | undefined };

/** Checks a recipe before it is saved. `replaced` is the host that had it so far, empty for a new recipe. */
export function validateRecipe(
  typed: string,
  { rules, form, exact }: RecipeDraft,
  recipes: Recipes,
  replaced: string,
): RecipeProblems {
  const host = hostProblem(typed, recipes, replaced);
  const found = exact ? Object.entries(formProblems(form)) : [];
  const sentences = found.flatMap(([field, problem]) => (problem ? [[field, describeField(problem)]] : []));
  if (sentences.length) return { host, ...Object.fromEntries(sentences) };
  const problem = rulesProblem(rules);
  // While the form can show the rules, the problem belongs at its first field.
  return exact ? { host, minLength: problem } : { host, rules: problem };
}

function hostProblem(typed: string, recipes: Recipes, replaced: string): string | undefined {
  const host = parseHost(typed);
  if (host === undefined || recipeError(host, 'minlength: 8')) return message('recipe_problem_host');
  if (host === replaced) return undefined;
  if (recipeFor(recipes, host) !== undefined) return message('recipe_problem_taken', unicodeHost(host));
  const isFull = replaced === '' && Object.keys(recipes).length >= MAX_RECIPES;
  return isFull ? plural('recipe_problem_too_many', MAX_RECIPES) : undefined;
}

const describeField = (problem: FormProblem) => message(`recipe_problem_${problem}`, formatNumber(LONGEST));

/** The first problem with a rules text; `undefined` where there is none. */
function rulesProblem(rules: string): string | undefined {
  const [error] = parsePasswordRules(rules).errors;
  if (error) {
    const place = quote(rules.slice(error.at).trim());
    return message(`recipe_syntax_${error.code}`, place || message('recipe_syntax_end'));
  }
  // Any valid host will do, because only the text is checked.
  const code = recipeError('example.com', rules)?.code;
  return isRulesCode(code) ? message(`recipe_problem_${code}`) : undefined;
}

const RULES_CODES = ['rules_empty', 'rules_unmeetable', 'too_long', 'too_complex'] as const;

const isRulesCode = (code: string | undefined): code is (typeof RULES_CODES)[number] =>
  RULES_CODES.some((each) => each === code);

const quote = (text: string) => (text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text);
