import { intersection, isWithin, PRINTABLE } from './characters.ts';
import { LengthFinder } from './fit/length-finder.ts';
import { everything, policyFor, rangeOf } from './fit/plan.ts';
import { type FullBound, type RawSources, readSources } from './read-sources.ts';
import type { Reason, SiteRule, Source } from './rule.ts';

/** What a site accepts, from all that is known, and who said what. */
export interface MergedRule {
  readonly rule: SiteRule;
  /** The bounds that hold, each by the most trusted source that asks for it, in the order of trust. Empty: no source says anything. */
  readonly reasons: readonly Reason[];
  /** Bounds that no password could meet together with those of more trusted sources: they were left out. */
  readonly contradictions: readonly Reason[];
  /** Sources that said something which was not understood: it changes nothing. Sentences are never here. */
  readonly unread: readonly Source[];
}

/** Most bounds that are taken up: more are a hostile page. */
const MAX_BOUNDS = 40;

/**
 * Merges what a site says: the narrowest of all sources, taken up in the order of `SOURCES`. A bound that cannot be met together
 * with what is taken up already is left out and listed. Takes any input and never throws.
 */
export function mergeRules(says: RawSources): MergedRule {
  const reasons: Reason[] = [];
  const contradictions: Reason[] = [];
  const sources = readSources(says);
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

/** Whether a bound is narrower than what the rule says. */
function isNew(rule: SiteRule, bound: FullBound): boolean {
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

/** The rule with a bound that is new to it. Only patterns bound the ends, so that these never meet others. */
function narrowedBy(rule: SiteRule, bound: FullBound): SiteRule {
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

/** Whether any password satisfies the rule; in doubt, because counting would take long, it is taken to. */
function isPossible(rule: SiteRule, finder: LengthFinder): boolean {
  const { from, to } = rangeOf(rule);
  const policy = policyFor(everything, rule, Math.min(Math.max(from, 16), to));
  return from <= to && policy !== undefined && finder.find(policy, from, to) !== undefined;
}

const NUMBERS = ['min_length', 'max_length', 'max_consecutive'];

/** Less the numbers that a later, narrower one has replaced. */
function effective(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(
    ({ code }, i) => !NUMBERS.includes(code) || reasons.findLastIndex((other) => other.code === code) === i,
  );
}
