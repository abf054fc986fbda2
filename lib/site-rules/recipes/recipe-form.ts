import { CHARACTERS, type CharacterClass, CLASS_NAMES, type PasswordOptions } from '../../generator/index.ts';
import { LONGEST } from '../../generator/policy/policy.ts';
import { bracketed, intersection, isWithin, RULES_CLASS_NAMES, setOf, without } from '../characters.ts';
import { fitToRule } from '../fit/fit.ts';
import { EMPTY_RULE } from '../generate-within.ts';
import type { MergedRule } from '../merge.ts';
import { parsePasswordRules } from '../passwordrules/parse.ts';
import type { SiteRule } from '../rule.ts';

/** Whether a class must, may or must not occur. */
export type ClassUse = 'required' | 'allowed' | 'off';

/** The fields of a recipe's form. Numbers are as typed, and an empty one sets no bound. */
export interface RecipeForm {
  /** Characters, 1 to 1024. */
  readonly minLength: string;
  readonly maxLength: string;
  /** The longest run of one character, 1 to 1024. */
  readonly maxConsecutive: string;
  readonly classes: Readonly<Record<CharacterClass, ClassUse>>;
  /** Other characters that may occur, of printable ASCII. */
  readonly extra: string;
  /** Whether the symbols include the space, as in the class `special`. */
  readonly space: boolean;
}

/** A rules text and the form that shows it. */
export interface RecipeDraft {
  readonly rules: string;
  readonly form: RecipeForm;
  /** Whether the form shows all of the text. If not, only the text can be edited. */
  readonly exact: boolean;
}

/** A problem in a field of the form. */
export type FormProblem =
  | 'not_a_number'
  /** The maximum length is below the minimum. */
  | 'below_minimum'
  | 'not_printable'
  /** No character is left for a password. */
  | 'no_characters';

/** The problems of a form by field. */
export type FormProblems = { readonly [field in keyof RecipeForm]?: FormProblem | undefined };

const NUMBERS = ['minLength', 'maxLength', 'maxConsecutive'] as const;

/** The draft after a change of the text. */
export function draftOfText(rules: string): RecipeDraft {
  const { errors, ...rule } = parsePasswordRules(rules);
  const form = formOf(rule);
  const exact = errors.length === 0 && sameRule(parsePasswordRules(rulesOf(form)), rule);
  return { rules, form, exact };
}

/** The draft after a change of the form. Invalid fields are left out of the text. */
export const draftOfForm = (form: RecipeForm): RecipeDraft => ({ rules: rulesOf(form), form, exact: true });

/** The problems of a form's fields. */
export function formProblems(form: RecipeForm): FormProblems {
  const numbers = NUMBERS.map(
    (field) => [field, isNumber(form[field]) ? undefined : 'not_a_number'] as const,
  );
  const [min, max] = [numberOf(form.minLength), numberOf(form.maxLength)];
  return {
    ...Object.fromEntries(numbers),
    ...(min && max && max < min && { maxLength: 'below_minimum' }),
    extra: [...form.extra].some((character) => !setOf(character)) ? 'not_printable' : undefined,
    classes: allowedBy(form) ? undefined : 'no_characters',
  };
}

const isNumber = (typed: string) => typed.trim() === '' || numberOf(typed) !== undefined;

/** The typed number, if it is a whole one from 1 to 1024. */
function numberOf(typed: string): number | undefined {
  const number = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= LONGEST ? number : undefined;
}

function rulesOf(form: RecipeForm): string {
  const { extra, space } = form;
  const classes = (use: ClassUse) =>
    CLASS_NAMES.filter((name) => form.classes[name] === use).map((name) => rulesClass(name, space));
  const others = without(setOf(extra), allowedBy({ ...form, extra: '' }));
  const allowed = [...classes('allowed'), ...(others ? [bracketed(others)] : [])];
  // Allowing everything sets no bound.
  const allowsAll = space && classes('allowed').length === CLASS_NAMES.length;
  const number = (name: string, typed: string) => {
    const value = numberOf(typed);
    return value ? [`${name}: ${value};`] : [];
  };
  return [
    ...number('minlength', form.minLength),
    ...number('maxlength', form.maxLength),
    ...classes('required').map((name) => `required: ${name};`),
    ...(allowed.length && !allowsAll ? [`allowed: ${allowed.join(', ')};`] : []),
    ...number('max-consecutive', form.maxConsecutive),
  ].join(' ');
}

/** The characters that the form allows. */
function allowedBy({ classes, extra, space }: RecipeForm): string {
  const on = CLASS_NAMES.filter((name) => classes[name] !== 'off').map((name) => setOfClass(name, space));
  return setOf([...on, extra].join(''));
}

/** The characters of a class. */
const setOfClass = (name: CharacterClass, space: boolean) =>
  setOf(CHARACTERS[name] + (name === 'symbols' && space ? ' ' : ''));

/** A class as a rules text has it. Symbols without the space have no name there, so they are listed. */
const rulesClass = (name: CharacterClass, space: boolean) =>
  name === 'symbols' && !space ? bracketed(CHARACTERS.symbols) : RULES_CLASS_NAMES[name];

/** The form that is closest to a rule. */
function formOf({ allowed, required, ...rule }: SiteRule): RecipeForm {
  const hasSymbols = isWithin(CHARACTERS.symbols, allowed);
  const space = !hasSymbols || allowed.includes(' ');
  const useOf = (name: CharacterClass): ClassUse => {
    const set = setOfClass(name, space);
    if (required.some(({ characters }) => characters === set)) return 'required';
    return isWithin(CHARACTERS[name], allowed) ? 'allowed' : 'off';
  };
  const classes = Object.fromEntries(CLASS_NAMES.map((name) => [name, useOf(name)])) as RecipeForm['classes'];
  const typed = (value: number | undefined) => (value === undefined ? '' : String(value));
  return {
    minLength: typed(rule.minLength),
    maxLength: typed(rule.maxLength),
    maxConsecutive: typed(rule.maxConsecutive),
    classes,
    extra: without(allowed, allowedBy({ classes, space, extra: '' } as RecipeForm)),
    space,
  };
}

function sameRule(a: SiteRule, b: SiteRule): boolean {
  const sets = ({ required }: SiteRule) => [...new Set(required.map(({ characters }) => characters))].sort();
  const bounds = (rule: SiteRule) =>
    JSON.stringify([
      rule.allowed,
      rule.minLength,
      rule.maxLength,
      rule.maxConsecutive,
      sets(rule),
      rule.maxSequential,
      rule.blocked,
    ]);
  return bounds(a) === bounds(b);
}

/**
 * The rules text of a recipe for passwords as a person's options make them within a site's rule: exactly that
 * length, and one of each class in them. Empty if there are no such passwords. A rules text cannot express
 * minimums above one and exclusions, which the options keep.
 */
export function recipeOf(options: PasswordOptions, { rule, reasons }: MergedRule = EMPTY_RULE): string {
  const fitted = fitToRule(options, rule, reasons);
  if (!fitted.ok) return '';
  const { alphabet, required, minLength: length, maxConsecutive } = fitted.policy;
  const isForced = (set: string) =>
    required.some(({ characters, min }) => min > 0 && isWithin(intersection(characters, alphabet), set));
  const classes = CLASS_NAMES.flatMap((name) => {
    const set = setOf(CHARACTERS[name]);
    if (!intersection(set, alphabet)) return [];
    const accepted = intersection(set, rule.allowed);
    const isNamed = accepted === set && name !== 'symbols';
    const text = isNamed ? RULES_CLASS_NAMES[name] : bracketed(accepted);
    return [{ text, use: isForced(set) ? 'required' : 'allowed' }];
  });
  const allowed = classes.filter(({ use }) => use === 'allowed').map(({ text }) => text);
  if (alphabet.includes(' ')) allowed.push(bracketed(' '));
  return [
    `minlength: ${length}; maxlength: ${length};`,
    ...classes.filter(({ use }) => use === 'required').map(({ text }) => `required: ${text};`),
    ...(allowed.length > 0 ? [`allowed: ${allowed.join(', ')};`] : []),
    ...(maxConsecutive && maxConsecutive < length ? [`max-consecutive: ${maxConsecutive};`] : []),
  ].join(' ');
}
