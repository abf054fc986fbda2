import { CHARACTERS, type CharacterClass, CLASS_NAMES } from '../../generator/charset.ts';
import type { PasswordOptions } from '../../generator/kinds/password.ts';
import { LONGEST } from '../../generator/policy/policy.ts';
import { bracketed, isWithin, setOf, without } from '../characters.ts';
import { parsePasswordRules } from '../passwordrules/parse.ts';
import type { SiteRule } from '../rule.ts';

export type ClassUse = 'required' | 'allowed' | 'off';

/** What a form asks of a recipe. Numbers are as they were typed; where they are empty they say nothing. */
export interface RecipeForm {
  /** Characters, 1 to 1024. */
  readonly minLength: string;
  readonly maxLength: string;
  /** How often a character may stand in a row, 1 to 1024. */
  readonly maxConsecutive: string;
  readonly classes: Readonly<Record<CharacterClass, ClassUse>>;
  /** Other characters that may occur, printable ASCII. */
  readonly extra: string;
  /** Whether the space goes along with the symbols, as in the class `special`. */
  readonly space: boolean;
}

/** A rules text and the form that shows it, in step. */
export interface RecipeDraft {
  readonly rules: string;
  readonly form: RecipeForm;
  /** Whether the form says all that the text says. Otherwise it shows what it can, and only the text may be changed. */
  readonly exact: boolean;
}

/** What is wrong in a field of the form. */
export type FormProblem =
  | 'not_a_number'
  /** The greatest length is below the least. */
  | 'below_minimum'
  | 'not_printable'
  /** No character is left to make a password of. */
  | 'no_characters';
export type FormProblems = { readonly [field in keyof RecipeForm]?: FormProblem | undefined };

const NUMBERS = ['minLength', 'maxLength', 'maxConsecutive'] as const;
const NAMES = { uppercase: 'upper', lowercase: 'lower', numbers: 'digit' } as const;
/** The draft after the text was changed. */
export function draftOfText(rules: string): RecipeDraft {
  const { errors, ...rule } = parsePasswordRules(rules);
  const form = formOf(rule);
  const exact = errors.length === 0 && sameRule(parsePasswordRules(rulesOf(form)), rule);
  return { rules, form, exact };
}

/** The draft after the form was changed. What is wrong in the form is left out of the text. */
export const draftOfForm = (form: RecipeForm): RecipeDraft => ({ rules: rulesOf(form), form, exact: true });

export function formProblems(form: RecipeForm): FormProblems {
  const numbers = NUMBERS.map(
    (field) => [field, isNumber(form[field]) ? undefined : 'not_a_number'] as const,
  );
  const [min, max] = [numberOf(form.minLength), numberOf(form.maxLength)];
  return {
    ...Object.fromEntries(numbers),
    ...(min && max && max < min && { maxLength: 'below_minimum' }),
    extra: [...form.extra].some((character) => !setOf(character)) ? 'not_printable' : undefined,
    classes: usedBy(form) ? undefined : 'no_characters',
  };
}

const isNumber = (typed: string) => typed.trim() === '' || numberOf(typed) !== undefined;

/** The number that was typed, if it is a whole one from 1 to 1024. */
function numberOf(typed: string): number | undefined {
  const number = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= LONGEST ? number : undefined;
}

function rulesOf(form: RecipeForm): string {
  const { extra, space } = form;
  const spelt = (use: ClassUse) => CLASS_NAMES.filter((name) => form.classes[name] === use).map(spell);
  const spell = (name: CharacterClass) => (name === 'symbols' ? symbolsClass(space) : NAMES[name]);
  const others = without(setOf(extra), usedBy({ ...form, extra: '' }));
  const allowed = [...spelt('allowed'), ...(others ? [bracketed(others)] : [])];
  // To allow everything and require nothing is to say nothing.
  const free = space && spelt('allowed').length === CLASS_NAMES.length;
  const number = (name: string, typed: string) => {
    const value = numberOf(typed);
    return value ? [`${name}: ${value};`] : [];
  };
  return [
    ...number('minlength', form.minLength),
    ...number('maxlength', form.maxLength),
    ...spelt('required').map((name) => `required: ${name};`),
    ...(allowed.length && !free ? [`allowed: ${allowed.join(', ')};`] : []),
    ...number('max-consecutive', form.maxConsecutive),
  ].join(' ');
}

/** What the form lets a password hold. */
function usedBy({ classes, extra, space }: RecipeForm): string {
  const on = CLASS_NAMES.filter((name) => classes[name] !== 'off').map((name) => setOfClass(name, space));
  return setOf([...on, extra].join(''));
}

const setOfClass = (name: CharacterClass, space: boolean) =>
  setOf(CHARACTERS[name] + (name === 'symbols' && space ? ' ' : ''));

const symbolsClass = (space: boolean) => (space ? 'special' : bracketed(CHARACTERS.symbols));

/** The form that comes nearest to the rule. */
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
    extra: without(allowed, usedBy({ classes, space, extra: '' } as RecipeForm)),
    space,
  };
}

function sameRule(a: SiteRule, b: SiteRule): boolean {
  const sets = ({ required }: SiteRule) => [...new Set(required.map(({ characters }) => characters))].sort();
  const said = (rule: SiteRule) =>
    JSON.stringify([rule.allowed, rule.minLength, rule.maxLength, rule.maxConsecutive, sets(rule)]);
  return said(a) === said(b);
}

/**
 * A person's options as a rules text for a recipe (“always 12, no symbols here”): that length, and the classes that are on,
 * one of each. Minimums above one and exclusions have no place in a rules text.
 */
export function recipeOf(options: PasswordOptions): string {
  const { length, maxConsecutive } = options;
  const classes = CLASS_NAMES.filter((name) => options[name]).map((name) =>
    name === 'symbols' ? bracketed(CHARACTERS.symbols) : NAMES[name],
  );
  return [
    `minlength: ${length}; maxlength: ${length};`,
    ...classes.map((name) => `required: ${name};`),
    ...(maxConsecutive && maxConsecutive < length ? [`max-consecutive: ${maxConsecutive};`] : []),
  ].join(' ');
}
