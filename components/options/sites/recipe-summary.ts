import { CHARACTERS, CLASS_NAMES } from '../../../lib/generator/charset.ts';
import { message } from '../../../lib/i18n/message.ts';
import { intersection, isWithin, setOf, without } from '../../../lib/site-rules/characters.ts';
import { parsePasswordRules } from '../../../lib/site-rules/passwordrules/parse.ts';
import type { SiteRule } from '../../../lib/site-rules/rule.ts';

/** What a rules text says, in a line that a person can read: lengths, kinds of characters, repeats. */
export function recipeSummary(rules: string): string {
  const rule = parsePasswordRules(rules);
  const required = [...new Set(rule.required.map(({ characters }) => characters))];
  const others = without(rule.allowed, setOf(required.join('')));
  const off = CLASS_NAMES.filter((name) => !intersection(CHARACTERS[name], rule.allowed));
  const restricts = !isWithin(CHARACTERS.symbols, rule.allowed) || off.length > 0;
  return [
    lengthOf(rule),
    required.length ? message('recipe_summary_required', required.map(either).join(', ')) : '',
    others && restricts ? message('recipe_summary_allowed', namesOf(others).join(', ')) : '',
    off.length
      ? message('recipe_summary_off', off.map((name) => message(`recipe_class_${name}`)).join(', '))
      : '',
    consecutiveOf(rule),
  ]
    .filter((part) => part)
    .join(' · ');
}

function lengthOf({ minLength, maxLength }: SiteRule): string {
  const [min, max] = [String(minLength), String(maxLength)];
  if (minLength === undefined && maxLength === undefined) return '';
  if (maxLength === undefined) return message('recipe_length_from', min);
  if (minLength === undefined) return message('recipe_length_to', max);
  return min === max ? message('recipe_length_exact', min) : message('recipe_length_between', min, max);
}

function consecutiveOf({ maxConsecutive }: SiteRule): string {
  if (maxConsecutive === undefined) return '';
  if (maxConsecutive === 1) return message('recipe_summary_consecutive_one');
  return message('recipe_summary_consecutive', String(maxConsecutive));
}

/** Any one of a set that is required will do. */
const either = (set: string) => namesOf(set).reduce((some, name) => message('recipe_or', some, name));

/** The classes that a set holds whole, and the signs that it has besides. The space is not worth a word beside all symbols. */
function namesOf(set: string): string[] {
  const whole = CLASS_NAMES.filter((name) => isWithin(CHARACTERS[name], set));
  const rest = without(set, whole.map((name) => CHARACTERS[name] + (name === 'symbols' ? ' ' : '')).join(''));
  const signs = [...rest].map((sign) => (sign === ' ' ? message('recipe_space') : sign)).join(' ');
  return [...whole.map((name) => message(`recipe_class_${name}`)), ...(signs ? [signs] : [])];
}
