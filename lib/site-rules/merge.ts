import { DEFAULT_OPTIONS, isBelowFloor, type Policy } from '../generator/index.ts';
import { intersection, isWithin, PRINTABLE, setOf } from './characters.ts';
import { type Feasible, LengthFinder } from './fit/length-finder.ts';
import { everything, PART_BOUNDS, policyFor, rangeOf, withoutParts } from './fit/plan.ts';
import { type RawSources, readSources, type SourceReading } from './read-sources.ts';
import { type Bound, FREE_TEXT, type Reason, type SiteRule, type Source } from './rule.ts';
import type { SourceBound } from './rule-bounds.ts';

/** What a site accepts according to all sources, and the source of each bound. */
export interface MergedRule {
  readonly rule: SiteRule;
  /** The bounds of the rule, each with the most trusted source that sets it, in the order of trust. */
  readonly reasons: readonly Reason[];
  /** The bounds left out because no password could meet them together with those of more trusted sources. */
  readonly contradictions: readonly Reason[];
  /** Those of the contradictions that only a sentence says and that would make a password too weak. */
  readonly tooWeak?: readonly Reason[];
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
  return mergeReadings(readSources(raw));
}

/** Merges what was read of sources, the most trusted first. */
export function mergeReadings(sources: readonly SourceReading[]): MergedRule {
  const reasons: Reason[] = [];
  const contradictions: Reason[] = [];
  const tooWeak: Reason[] = [];
  const finders = { full: new LengthFinder(), plain: new LengthFinder() };
  let rule: SiteRule = { allowed: PRINTABLE, required: [] };
  for (const { by, bound } of sources.flatMap((source) =>
    source.bounds.map((bound) => ({ ...source, bound })),
  )) {
    if (!isNew(rule, bound)) continue;
    const { patternDfa: _, ...reason } = { ...bound, by };
    const narrower = narrowedBy(rule, bound);
    const isMet = reasons.length < MAX_BOUNDS && isPossible(narrower, bound, finders);
    const weakens = isMet && FREE_TEXT.includes(by) && isWeakened(rule, narrower, finders.full);
    const fits = isMet && !weakens;
    if (weakens) tooWeak.push(reason);
    (fits ? reasons : contradictions).push(reason);
    if (fits) rule = narrower;
  }
  const unread = sources.filter(({ isUnread }) => isUnread).map(({ by }) => by);
  return {
    rule,
    reasons: effective(reasons),
    contradictions: contradictions.slice(0, MAX_BOUNDS),
    ...(tooWeak.length > 0 && { tooWeak: tooWeak.slice(0, MAX_BOUNDS) }),
    unread,
  };
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
    case 'max_sequential':
      return bound.value < (rule.maxSequential ?? Infinity);
    case 'limited':
    case 'runs':
    case 'repeats':
      return !rule[bound.code]?.some(
        ({ characters, max }) => max <= bound.max && isWithin(bound.characters, characters),
      );
    case 'not_first':
      return !isWithin(bound.characters, rule.notFirst ?? '');
    case 'not_last':
      return !isWithin(bound.characters, rule.notLast ?? '');
    case 'blocked':
      return !rule.blocked?.some((text) => bound.text.toLowerCase().includes(text.toLowerCase()));
    case 'pattern':
      return true;
  }
}

/** The rule with a new bound. */
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
      return { ...rule, notFirst: setOf((rule.notFirst ?? '') + bound.characters) };
    case 'not_last':
      return { ...rule, notLast: setOf((rule.notLast ?? '') + bound.characters) };
    case 'max_sequential':
      return { ...rule, maxSequential: bound.value };
    case 'limited':
    case 'runs':
    case 'repeats': {
      const { code, characters, max } = bound;
      return { ...rule, [code]: [...(rule[code] ?? []), { characters, max }] };
    }
    case 'blocked':
      return { ...rule, blocked: [...(rule.blocked ?? []), bound.text] };
    case 'pattern':
      return { ...rule, patternDfa: bound.patternDfa };
  }
}

/** The bounds that are left out where counting with them takes too long. */
const COUNTED: readonly Bound['code'][] = [...PART_BOUNDS.limits, ...PART_BOUNDS.sieve];

/**
 * Whether any password satisfies the rule. Where counting takes too long, a limit is left out, and other
 * bounds hold if they can be met without the limits and the pattern.
 */
function isPossible(rule: SiteRule, { code }: Bound, finders: Finders): boolean {
  const full = feasible(rule, finders.full);
  if (full !== 'too_complex') return full !== undefined;
  const plain = withoutParts(rule, ['pattern', 'limits', 'sieve']);
  return !COUNTED.includes(code) && feasible(plain, finders.plain) !== undefined;
}

/** Finders with a work of their own for whole rules and for those without limits and patterns. */
interface Finders {
  readonly full: LengthFinder;
  readonly plain: LengthFinder;
}

function feasible(rule: SiteRule, finder: LengthFinder): Feasible {
  const { from, to } = rangeOf(rule);
  const policy = bestPolicy(rule);
  return from <= to && policy ? finder.find(policy, from, to) : undefined;
}

/** Everything that a rule admits, at the length of the default options if the rule has it. */
function bestPolicy(rule: SiteRule): Policy | undefined {
  const { from, to } = rangeOf(rule);
  return policyFor(everything, rule, Math.min(Math.max(from, DEFAULT_OPTIONS.length), to));
}

/** Whether a bound brings the passwords of a rule below the floor, at the best length. */
function isWeakened(before: SiteRule, after: SiteRule, finder: LengthFinder): boolean {
  const isWeak = (rule: SiteRule) => {
    const { from, to } = rangeOf(rule);
    const policy = bestPolicy(rule);
    return policy !== undefined && isBelowFloor(finder.bits(policy, from, to));
  };
  return isWeak(after) && !isWeak(before);
}

const NUMBERS = ['min_length', 'max_length', 'max_consecutive', 'max_sequential'];

/** The bounds without the numbers that a later, narrower one has replaced. */
function effective(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(
    ({ code }, i) => !NUMBERS.includes(code) || reasons.findLastIndex((other) => other.code === code) === i,
  );
}
