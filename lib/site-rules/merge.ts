import { DEFAULT_OPTIONS, isBelowFloor, type Policy } from '../generator/index.ts';
import { Budget } from './budget.ts';
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
  /** The sources not fully understood, or beyond the budget of the page, so that the site may object. */
  readonly unread: readonly Source[];
}

/** The most bounds of a rule, and the most that are left out. A page with more is hostile. */
const MAX_BOUNDS = 40;

/**
 * Merges the bounds of all sources in the order of `SOURCES`; the narrowest of each kind holds. A bound that
 * cannot be met together with the previous ones is left out and listed. Accepts any input and never throws.
 * All sources together cost no more than the budget; those that it does not reach are listed as unread.
 */
export function mergeRules(raw: RawSources, budget = new Budget()): MergedRule {
  return mergeReadings(readSources(raw, budget), budget);
}

/** Merges what was read of sources, the most trusted first. */
export function mergeReadings(sources: readonly SourceReading[], budget = new Budget()): MergedRule {
  const found: Record<Verdict, Reason[]> = { holds: [], unmet: [], too_weak: [], too_complex: [] };
  const finders = {
    full: new LengthFinder(budget.share(1 / 2)),
    plain: new LengthFinder(budget.share(1 / 4)),
  };
  let rule: SiteRule = { allowed: PRINTABLE, required: [] };
  const bounds = sources.flatMap((source) => source.bounds.map((bound) => ({ by: source.by, bound })));
  for (const { by, bound } of bounds) {
    if (!isNew(rule, bound)) continue;
    const { patternDfa: _, ...reason } = { ...bound, by };
    const narrower = narrowedBy(rule, bound);
    const isFull = found.unmet.length + found.too_weak.length === MAX_BOUNDS;
    const verdict = isFull ? 'too_complex' : verdictOn(rule, narrower, reason, found.holds.length, finders);
    found[verdict].push(reason);
    if (verdict === 'holds') rule = narrower;
  }
  const { too_weak: tooWeak, too_complex: beyond } = found;
  const isUnread = (each: SourceReading) => each.isUnread || beyond.some(({ by }) => by === each.by);
  return {
    rule,
    reasons: effective(found.holds),
    contradictions: [...found.unmet, ...tooWeak],
    ...(tooWeak.length > 0 && { tooWeak }),
    unread: sources.filter(isUnread).map(({ by }) => by),
  };
}

/** What becomes of a bound. One that would be `too_complex` to judge is left unread. */
type Verdict = 'holds' | 'unmet' | 'too_weak' | 'too_complex';

/** Judges a bound, given the rule without it and with it, and how many already hold. */
function verdictOn(
  before: SiteRule,
  after: SiteRule,
  reason: Reason,
  held: number,
  finders: Finders,
): Verdict {
  const isMet = held < MAX_BOUNDS && isPossible(after, reason, finders);
  if (isMet === 'too_complex') return isMet;
  if (!isMet) return 'unmet';
  return FREE_TEXT.includes(reason.by) && isWeakened(before, after, finders.full) ? 'too_weak' : 'holds';
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
 * bounds hold if they can be met without the limits and the pattern. If that takes too long too, they are
 * left unread.
 */
function isPossible(rule: SiteRule, { code }: Bound, finders: Finders): boolean | 'too_complex' {
  const full = feasible(rule, finders.full);
  if (full !== 'too_complex') return full !== undefined;
  if (COUNTED.includes(code)) return false;
  const plain = feasible(withoutParts(rule, ['pattern', 'limits', 'sieve']), finders.plain);
  return plain === 'too_complex' ? plain : plain !== undefined;
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
