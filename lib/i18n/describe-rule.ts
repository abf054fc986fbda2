import { CHARACTERS } from '../generator/charset.ts';
import { intersection, isWithin, PRINTABLE, without } from '../site-rules/characters.ts';
import type { MergedRule } from '../site-rules/merge.ts';
import type { Bound, Limit, Source } from '../site-rules/rule.ts';
import { CLASS_SAMPLES, splitByClass } from './character-classes.ts';
import { describeLengths, type LengthMessages } from './describe-lengths.ts';
import { message } from './message.ts';
import { formatNumber, plural } from './plural.ts';

/** Longer lists of characters are cut short. */
const MAX_CHARACTERS = 14;
/** Bounds beyond these are left off the line. */
const MAX_BOUNDS = 5;

const LENGTHS: LengthMessages = {
  exact: 'rule_exactly',
  range: 'rule_range',
  min: 'rule_min_length',
  max: 'rule_max_length',
};

/** A rule on one line, such as “8–20 characters, a digit, no spaces”. */
export function describeRule({ rule, reasons }: Pick<MergedRule, 'rule' | 'reasons'>): string {
  const { allowed, minLength, maxLength } = rule;
  const isLength = ({ code }: Bound) => code === 'min_length' || code === 'max_length';
  const others = reasons.filter((reason) => !isLength(reason) && reason.code !== 'allowed');
  // A minimum of one is left out, because no site takes an empty password.
  const lengths = { minLength: minLength === 1 ? undefined : minLength, maxLength };
  const parts = new Set([
    describeLengths(lengths, LENGTHS),
    ...others.map(describeBound),
    ...(allowed === PRINTABLE ? [] : [describeAllowed(allowed)]),
  ]);
  const shown = [...parts].filter((part) => part);
  return shown.slice(0, MAX_BOUNDS).join(', ') + (shown.length > MAX_BOUNDS ? ', …' : '');
}

/** A bound in a few words, such as “a digit”. */
export function describeBound(bound: Bound): string {
  switch (bound.code) {
    case 'min_length':
    case 'max_length':
      return plural(`rule_${bound.code}`, bound.value);
    case 'max_consecutive':
      return bound.value === 1
        ? message('rule_max_consecutive_never')
        : plural('rule_max_consecutive', bound.value);
    case 'allowed':
      return describeAllowed(bound.characters);
    case 'required':
      return describeRequired(bound);
    case 'not_first':
    case 'not_last':
      return message(`rule_${bound.code}`, describeSet(bound.characters));
    case 'pattern':
      return message('rule_pattern');
    case 'limited':
    case 'runs':
      return plural(`rule_${bound.code}`, bound.max, formatNumber(bound.max), describeSet(bound.characters));
    case 'repeats':
      return describeRepeats(bound);
    case 'max_sequential':
      return bound.value === 1
        ? message('rule_max_sequential_never')
        : plural('rule_max_sequential', bound.value);
    case 'blocked':
      return message('rule_blocked', bound.text);
  }
}

/** How often a character may occur. The set is named only if it is not all letters, digits and symbols. */
function describeRepeats({ characters, max }: Limit): string {
  const of = isWithin(without(PRINTABLE, ' '), characters) ? '' : '_of';
  const values = of ? [describeSet(characters)] : [];
  return max === 1
    ? message(`rule_repeats${of}_never`, ...values)
    : plural(`rule_repeats${of}`, max, formatNumber(max), ...values);
}

/** The name of the source that a bound comes from. */
export function describeSource(source: Source): string {
  return message(`source_${source}`);
}

/** What is missing, if that is whole classes or a few characters; otherwise the symbols that remain. */
function describeAllowed(allowed: string): string {
  const missing = without(PRINTABLE, allowed);
  const { classes, others } = splitByClass(missing);
  const limited = without(others, ' ');
  return [
    ...classes.map((name) => message(`rule_none_${name}`)),
    ...(limited ? [describeLimited(limited, intersection(CHARACTERS.symbols, allowed))] : []),
    ...(missing === ' ' ? [message('rule_no_spaces')] : []),
  ].join(', ');
}

function describeLimited(missing: string, symbols: string): string {
  if (missing.length <= MAX_CHARACTERS) return message('rule_without', missing);
  return isWithin(missing, CHARACTERS.symbols)
    ? message('rule_symbols', symbols)
    : message('rule_some_characters');
}

function describeRequired({ characters, min }: Extract<Bound, { code: 'required' }>): string {
  if (min > 1) return plural('rule_several_of', min, formatNumber(min), describeSet(characters));
  const { classes, others } = splitByClass(without(characters, ' '));
  const [name, ...more] = classes;
  const isOneClass = name && more.length === 0 && !others;
  return isOneClass ? message(`rule_one_${name}`) : message('rule_one_of', describeSet(characters));
}

/** A set as a sample of each class that it holds whole, and its other characters one by one. */
function describeSet(characters: string): string {
  const { classes, others } = splitByClass(without(characters, ' '));
  const listed = others.length > MAX_CHARACTERS ? `${others.slice(0, MAX_CHARACTERS)}…` : others;
  const samples = classes.map((name) => CLASS_SAMPLES[name] + (name === 'symbols' ? '…' : ''));
  return [...samples, ...(listed ? [listed] : [])].join(' ');
}
