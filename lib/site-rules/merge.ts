import { intersection, isWithin, PRINTABLE } from './characters.ts';
import { LengthFinder } from './fit/length-finder.ts';
import { everything, policyFor, rangeOf } from './fit/plan.ts';
import { type RawSources, readSources, type SourceBound } from './read-sources.ts';
import type { Reason, SiteRule, Source } from './rule.ts';

/** What a site accepts according to all sources, and the source of each bound. */
export interface MergedRule {
  readonly rule: SiteRule;
  /** The bounds of the rule, each with the most trusted source that sets it, in the order of trust. */
  readonly reasons: readonly Reason[];
  /** The bounds left out because no password could meet them together with those of more trusted sources. */
  readonly contradictions: readonly Reason[];
  /** The sources with a rules text or pattern that was not understood, which has no effect. */
  readonly unread: readonly Source[];
}

/** The most bounds of a rule. A page with more is hostile. */
const MAX_BOUNDS = 40;

/**
 * Merges the bounds of all sources in the order of `SOURCES`; the narrowest of each kind holds. A bound that
 * cannot be met together with the previous ones is left out and listed. Accepts any input and never throws.
 */
export function mergeRules(raw: RawSources): MergedRule {
  const reasons: Reason[] = [];
  const contradictions: Reason[] = [];
  const sources = readSources(raw);
  const finder = new LengthFinder();
  let rule: SiteRule = { allowed: PRINTABLE, required: [] };
  for (const { by, bound } of sources.flatMap((source) =>
    source.bounds.map((bound) => ({ ...source, bound })),
  )) {
    if (!isNew(rule, bound)) continue;
    const { patternDfa: _, ...reason } = { ...bound, by };
    const narrower = narrowedBy(rule, bound);
    const fits = reasons.length < MAX_BOUNDS && isPossible(narrower, finder);
    (fits ? reasons : contradictions).push(reason);
    if (fits) rule = narrower;
  }
  const unread = sources.filter(({ isUnread }) => isUnread).map(({ by }) => by);
  return { rule, reasons: effective(reasons), contradictions: contradictions.slice(0, MAX_BOUNDS), unread };
}

/** Whether a bound is narrower than the rule. */
function isNew(rule: SiteRule, bound: SourceBound): boolean {
  switch (bound.code) {
    case 'min_length':
      return bound.value > (rule.minLength ?? 0);
    case 'max_length':
      return bound.value < (rule.maxLength ?? Infinity);
    case 'max_consecutive':
      return bound.value < (rule.maxConsecutive ?? Infinity);
    case 'allowed':
      return !isWithin(rule.allowed, bound.characters);
    case 'required':
      return !rule.required.some(
        ({ characters, min }) => min >= bound.min && isWithin(characters, bound.characters),
      );
    default:
      return true;
  }
}

/** The rule with a new bound. Only patterns bound the ends, so a second bound of an end never comes. */
function narrowedBy(rule: SiteRule, bound: SourceBound): SiteRule {
  switch (bound.code) {
    case 'min_length':
      return { ...rule, minLength: bound.value };
    case 'max_length':
      return { ...rule, maxLength: bound.value };
    case 'max_consecutive':
      return { ...rule, maxConsecutive: bound.value };
    case 'allowed':
      return { ...rule, allowed: intersection(rule.allowed, bound.characters) };
    case 'required':
      return { ...rule, required: [...rule.required, { characters: bound.characters, min: bound.min }] };
    case 'not_first':
      return { ...rule, notFirst: bound.characters };
    case 'not_last':
      return { ...rule, notLast: bound.characters };
    case 'pattern':
      return { ...rule, patternDfa: bound.patternDfa };
  }
}

/** Whether any password satisfies the rule. Counts as true if counting would take too long. */
function isPossible(rule: SiteRule, finder: LengthFinder): boolean {
  const { from, to } = rangeOf(rule);
  const policy = policyFor(everything, rule, Math.min(Math.max(from, 16), to));
  return from <= to && policy !== undefined && finder.find(policy, from, to) !== undefined;
}

const NUMBERS = ['min_length', 'max_length', 'max_consecutive'];

/** The bounds without the numbers that a later, narrower one has replaced. */
function effective(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(
    ({ code }, i) => !NUMBERS.includes(code) || reasons.findLastIndex((other) => other.code === code) === i,
  );
}
