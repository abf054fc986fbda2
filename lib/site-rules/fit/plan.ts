import {
  CHARACTERS,
  type CharacterClass,
  CLASS_NAMES,
  type Policy,
  type RequiredClass,
  type Requirement,
} from '../../generator/index.ts';
import { LONGEST } from '../../generator/policy/policy.ts';
import { intersection, isWithin, PRINTABLE, setOf, without } from '../characters.ts';
import { smallest } from '../extremes.ts';
import type { Bound, SiteRule } from '../rule.ts';
import { refinement } from './refinement.ts';
import { sieveFor } from './sieve.ts';

/** The part of a person's options that is kept. */
export interface Plan {
  readonly classes: readonly RequiredClass[];
  /** Characters that are not used. */
  readonly excluded: string;
  /** Characters of other classes that may be used. */
  readonly extra: string;
  readonly maxConsecutive: number | undefined;
  /** The parts of the rule that are given up, because they are too large to count with or to draw for. */
  readonly leftOut: readonly RulePart[];
}

/** The parts of a rule that can be given up: its pattern, its upper limits, and what is drawn again for. */
export type RulePart = 'pattern' | 'limits' | 'sieve';

/** The plan that admits everything that the rule admits. */
export const everything: Plan = {
  classes: [],
  excluded: '',
  extra: PRINTABLE,
  maxConsecutive: undefined,
  leftOut: [],
};

/** The lengths that a rule admits, within those of policies. None if `from` is above `to`. */
export function rangeOf({ minLength = 1, maxLength = LONGEST }: SiteRule): { from: number; to: number } {
  return { from: Math.max(1, minLength), to: Math.min(LONGEST, maxLength) };
}

/** The order in which classes that are off are added: the easiest to type come first. */
const PREFERENCE: readonly CharacterClass[] = ['numbers', 'lowercase', 'uppercase', 'symbols'];

/** The policy of a plan within a rule of distinct sets; undefined if a required set cannot be met. */
export function policyFor(plan: Plan, rule: SiteRule, length: number): Policy | undefined {
  const requested = plan.classes.map(({ characters }) => characters).join('');
  const usable = without(rule.allowed, plan.excluded);
  let alphabet = intersection(requested + without(plan.extra, plan.excluded), rule.allowed);
  for (const { characters } of rule.required) {
    if (intersection(characters, alphabet)) continue;
    const added = ofOneClass(intersection(characters, usable));
    if (!added) return undefined;
    alphabet = setOf(alphabet + added);
  }
  const applied = withoutParts(rule, plan.leftOut);
  return {
    alphabet,
    required: needed([...plan.classes, ...rule.required], alphabet),
    minLength: length,
    maxLength: length,
    maxConsecutive: smallest([plan.maxConsecutive, rule.maxConsecutive]),
    notFirst: rule.notFirst,
    notLast: rule.notLast,
    ...refinement(applied, alphabet),
    ...sieveFor(applied, alphabet),
  };
}

/** The codes of the bounds of each part. */
export const PART_BOUNDS = {
  pattern: ['pattern'],
  limits: ['limited', 'runs'],
  sieve: ['repeats', 'max_sequential', 'blocked'],
} as const satisfies Readonly<Record<RulePart, readonly Bound['code'][]>>;

/** Whether a rule has a part that can be given up. */
export function holds(rule: SiteRule, part: RulePart): boolean {
  const { patternDfa, limited, runs, repeats, maxSequential, blocked } = rule;
  if (part === 'pattern') return patternDfa !== undefined;
  if (part === 'limits') return [limited, runs].some((limits) => limits?.length);
  return maxSequential !== undefined || [repeats, blocked].some((conditions) => conditions?.length);
}

/** The rule without the parts that are given up. */
function withoutParts(rule: SiteRule, parts: readonly RulePart[]): SiteRule {
  return {
    ...rule,
    ...(parts.includes('pattern') && { patternDfa: undefined }),
    ...(parts.includes('limits') && { limited: undefined, runs: undefined }),
    ...(parts.includes('sieve') && { repeats: undefined, maxSequential: undefined, blocked: undefined }),
  };
}

/** The characters of the preferred class in a set. The space is used only if there is no other. */
function ofOneClass(set: string): string {
  const parts = PREFERENCE.map((name) => intersection(CHARACTERS[name], set));
  return parts.find((part) => part) ?? set;
}

/** The distinct sets, each with its greatest minimum. */
export function distinct(required: readonly Requirement[]): Requirement[] {
  const minimums = new Map<string, number>();
  for (const { characters, min } of required)
    minimums.set(characters, Math.max(min, minimums.get(characters) ?? 0));
  return [...minimums].map(([characters, min]) => ({ characters, min }));
}

/** The required sets within the alphabet, without those that others imply. Empty classes are dropped. */
function needed(required: readonly Requirement[], alphabet: string): Requirement[] {
  const within = required.map(({ characters, min }) => ({
    characters: intersection(characters, alphabet),
    min,
  }));
  const sets = distinct(within.filter(({ characters, min }) => characters && min));
  return sets.filter(
    (set) =>
      !sets.some(
        (other) => other !== set && other.min >= set.min && isWithin(other.characters, set.characters),
      ),
  );
}

/** The plans in the order in which `fitToRule` gives options up. */
export function* plansFrom(requested: Plan, exclude: string): Generator<Plan> {
  const lowered = [...withLowerMinimums(requested)];
  yield* lowered;
  yield { ...requested, maxConsecutive: undefined };
  for (const name of CLASS_NAMES) yield { ...requested, extra: CHARACTERS[name] };
  yield { ...requested, excluded: exclude };
  for (const plan of lowered)
    yield { ...plan, excluded: exclude, maxConsecutive: undefined, extra: PRINTABLE };
}

/** The classes with their minimums within the limits of a rule. Of several classes the greatest gives way. */
export function withinLimits(
  classes: readonly RequiredClass[],
  { limited = [], allowed }: SiteRule,
): readonly RequiredClass[] {
  let capped = classes;
  for (const { characters, max } of limited) {
    const isIn = (each: RequiredClass) => isWithin(intersection(each.characters, allowed), characters);
    for (;;) {
      const inside = capped.filter(isIn);
      if (inside.reduce((sum, { min }) => sum + min, 0) <= max) break;
      const greatest = Math.max(...inside.map(({ min }) => min));
      const at = capped.findLastIndex((each) => isIn(each) && each.min === greatest);
      capped = capped.map((each, i) => (i === at ? { ...each, min: each.min - 1 } : each));
    }
  }
  return capped;
}

/** The plan with all minimums, then with the greatest lowered by one, and so on down to none. */
function* withLowerMinimums(requested: Plan): Generator<Plan> {
  let { classes } = requested;
  for (;;) {
    yield { ...requested, classes };
    const greatest = Math.max(...classes.map(({ min }) => min));
    if (!greatest) return;
    const at = classes.findLastIndex(({ min }) => min === greatest);
    classes = classes.map((each, i) => (i === at ? { ...each, min: each.min - 1 } : each));
  }
}
