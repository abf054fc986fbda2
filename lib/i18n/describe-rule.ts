import { CHARACTERS } from '../generator/charset.ts';
import { CLASS_NAMES } from '../generator/index.ts';
import { intersection, isWithin, PRINTABLE, without } from '../site-rules/characters.ts';
import type { MergedRule } from '../site-rules/merge.ts';
import type { Bound, Source } from '../site-rules/rule.ts';
import { message } from './message.ts';

/** What each class is shown as; the same in every language. */
const CHIPS = { uppercase: 'A–Z', lowercase: 'a–z', numbers: '0–9', symbols: '!@#…' };
/** Most characters that are told one by one. */
const MOST_CHARACTERS = 14;
/** Most bounds that are told on one line. */
const MOST_BOUNDS = 5;

/** A rule on one line, such as “8–20 characters, a digit, no spaces”. */
export function describeRule({ rule, reasons }: Pick<MergedRule, 'rule' | 'reasons'>): string {
  const { allowed, minLength, maxLength } = rule;
  const isLength = ({ code }: Bound) => code === 'min_length' || code === 'max_length';
  const others = reasons.filter((reason) => !isLength(reason) && reason.code !== 'allowed');
  const length = describeLength(minLength, maxLength);
  const told = [
    ...(length ? [length] : []),
    ...others.map(describeBound),
    ...(allowed === PRINTABLE ? [] : [describeAllowed(allowed)]),
  ];
  const parts = [...new Set(told)];
  return parts.slice(0, MOST_BOUNDS).join(', ') + (parts.length > MOST_BOUNDS ? ', …' : '');
}

/** A bound in a few words, such as “a digit”. */
export function describeBound(bound: Bound): string {
  switch (bound.code) {
    case 'min_length':
    case 'max_length':
    case 'max_consecutive':
      return message(`rule_${bound.code}`, String(bound.value));
    case 'allowed':
      return describeAllowed(bound.characters);
    case 'required':
      return describeRequired(bound);
    case 'not_first':
    case 'not_last':
      return message(`rule_${bound.code}`, describeSet(bound.characters));
    case 'pattern':
      return message('rule_pattern');
  }
}

/** Who said it. */
export function describeSource(source: Source): string {
  return message(`source_${source}`);
}

function describeLength(least: number | undefined, to: number | undefined): string | undefined {
  const from = least === 1 ? undefined : least; // no site takes an empty one
  if (from !== undefined && from === to) return message('rule_exactly', String(to));
  if (from !== undefined && to !== undefined) return message('rule_range', String(from), String(to));
  if (from !== undefined) return message('rule_min_length', String(from));
  return to === undefined ? undefined : message('rule_max_length', String(to));
}

/** By what is missing, where that is a whole class or little; else by the symbols that there are. */
function describeAllowed(allowed: string): string {
  const missing = without(PRINTABLE, allowed);
  const none = CLASS_NAMES.filter((name) => isWithin(CHARACTERS[name], missing));
  const limited = without(missing, none.map((name) => CHARACTERS[name]).join(''));
  const symbols = intersection(CHARACTERS.symbols, allowed);
  const told = [
    ...none.map((name) => message(`rule_none_${name}`)),
    ...(without(limited, ' ') ? [describeLimited(without(limited, ' '), symbols)] : []),
    ...(missing === ' ' ? [message('rule_no_spaces')] : []),
  ];
  return told.join(', ');
}

function describeLimited(missing: string, symbols: string): string {
  if (missing.length <= MOST_CHARACTERS) return message('rule_without', missing);
  return isWithin(missing, CHARACTERS.symbols)
    ? message('rule_symbols', symbols)
    : message('rule_some_characters');
}

function describeRequired({ characters, min }: Extract<Bound, { code: 'required' }>): string {
  const shown = without(characters, ' ');
  const name = CLASS_NAMES.find((each) => isSame(CHARACTERS[each], shown));
  if (min > 1) return message('rule_several_of', String(min), describeSet(characters));
  return name ? message(`rule_one_${name}`) : message('rule_one_of', describeSet(characters));
}

const isSame = (a: string, b: string) => isWithin(a, b) && isWithin(b, a);

/** A set by the classes that it holds whole, and the other characters one by one. */
function describeSet(characters: string): string {
  const whole = CLASS_NAMES.filter((name) => isWithin(CHARACTERS[name], characters));
  const others = without(characters, `${whole.map((name) => CHARACTERS[name]).join('')} `);
  const listed = others.length > MOST_CHARACTERS ? `${others.slice(0, MOST_CHARACTERS)}…` : others;
  return [...whole.map((name) => CHIPS[name]), ...(listed ? [listed] : [])].join(' ');
}
