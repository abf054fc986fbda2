import { DEFAULT_OPTIONS, isBelowFloor, type Policy } from '../generator/index.ts';
import { intersection, isWithin, PRINTABLE, setOf } from './characters.ts';
import { LengthFinder } from './fit/length-finder.ts';
import { everything, policyFor, rangeOf } from './fit/plan.ts';
import { type RawSources, readSources } from './read-sources.ts';
import type { Bound, Reason, SiteRule, Source } from './rule.ts';
import type { SourceBound } from './rule-bounds.ts';

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
    const fits =
      reasons.length < MAX_BOUNDS &&
      isPossible(narrower, bound, finder) &&
      !(FREE_TEXT.includes(by) && isWeakened(rule, narrower, finder));
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

/** The bounds that are left out where counting with them takes too long. The others are kept. */
const COUNTED: readonly Bound['code'][] = ['limited', 'runs', 'repeats', 'max_sequential', 'blocked'];

/** Whether any password satisfies the rule. A rule that takes too long to count holds, but not for limits. */
function isPossible(rule: SiteRule, { code }: Bound, finder: LengthFinder): boolean {
  const { from, to } = rangeOf(rule);
  const policy = bestPolicy(rule);
  const found = from <= to && policy ? finder.find(policy, from, to) : undefined;
  return found === 'too_complex' ? !COUNTED.includes(code) : found !== undefined;
}

/** Everything that a rule admits, at the length of the default options if the rule has it. */
function bestPolicy(rule: SiteRule): Policy | undefined {
  const { from, to } = rangeOf(rule);
  return policyFor(everything, rule, Math.min(Math.max(from, DEFAULT_OPTIONS.length), to));
}

/** The sources that only a reader of sentences understands, and may misunderstand. */
const FREE_TEXT: readonly Source[] = ['learnt', 'text'];

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
