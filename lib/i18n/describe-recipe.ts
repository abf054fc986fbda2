import { CHARACTERS } from '../generator/charset.ts';
import { isWithin, PRINTABLE, setOf, without } from '../site-rules/characters.ts';
import { parsePasswordRules } from '../site-rules/passwordrules/parse.ts';
import type { SiteRule } from '../site-rules/rule.ts';
import { splitByClass } from './character-classes.ts';
import { describeLengths, type LengthMessages } from './describe-lengths.ts';
import { message } from './message.ts';
import { plural } from './plural.ts';

const LENGTHS: LengthMessages = {
  exact: 'recipe_length_exact',
  range: 'recipe_length_between',
  min: 'recipe_length_from',
  max: 'recipe_length_to',
};

/** A rules text on one line for people: lengths, character types, repeats. */
export function describeRecipe(rules: string): string {
  const rule = parsePasswordRules(rules);
  const required = [...new Set(rule.required.map(({ characters }) => characters))];
  const others = without(rule.allowed, setOf(required.join('')));
  const { classes: off } = splitByClass(without(PRINTABLE, rule.allowed));
  const restricts = !isWithin(CHARACTERS.symbols, rule.allowed) || off.length > 0;
  return [
    describeLengths(rule, LENGTHS),
    required.length ? message('recipe_summary_required', required.map(anyOf).join(', ')) : '',
    others && restricts ? message('recipe_summary_allowed', namesOf(others).join(', ')) : '',
    off.length
      ? message('recipe_summary_off', off.map((name) => message(`recipe_class_${name}`)).join(', '))
      : '',
    describeRepeats(rule),
    describeSequences(rule),
    rule.blocked ? message('recipe_summary_blocked', rule.blocked.join(', ')) : '',
  ]
    .filter((part) => part)
    .join(' · ');
}

function describeSequences({ maxSequential }: SiteRule): string {
  if (maxSequential === undefined) return '';
  if (maxSequential === 1) return message('recipe_summary_sequential_never');
  return plural('recipe_summary_sequential', maxSequential);
}

function describeRepeats({ maxConsecutive }: SiteRule): string {
  if (maxConsecutive === undefined) return '';
  if (maxConsecutive === 1) return message('recipe_summary_consecutive_never');
  return plural('recipe_summary_consecutive', maxConsecutive);
}

/** One character of a required set is enough, so its parts are joined by “or”. */
const anyOf = (set: string) => namesOf(set).reduce((some, name) => message('recipe_or', some, name));

/** The classes that a set holds whole, and its other characters; the space is left out beside all symbols. */
function namesOf(set: string): string[] {
  const { classes, others } = splitByClass(set);
  const characters = classes.includes('symbols') ? without(others, ' ') : others;
  const shown = [...characters].map((each) => (each === ' ' ? message('recipe_space') : each)).join(' ');
  return [...classes.map((name) => message(`recipe_class_${name}`)), ...(shown ? [shown] : [])];
}
