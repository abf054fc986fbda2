import { CHARACTERS, type CharacterClass, CLASS_NAMES } from '../../generator/charset.ts';
import type { RequiredClass } from '../../generator/kinds/password.ts';
import { LONGEST, type Policy, type Requirement } from '../../generator/policy/policy.ts';
import { intersection, isWithin, PRINTABLE, setOf, without } from '../characters.ts';
import type { SiteRule } from '../rule.ts';
import { intersect } from './intersect.ts';

/** What of a person's options is kept. */
export interface Plan {
  readonly classes: readonly RequiredClass[];
  /** Characters that are not used. */
  readonly excluded: string;
  /** Characters of other classes that may be used. */
  readonly extra: string;
  readonly maxConsecutive: number | undefined;
  readonly usesPattern: boolean;
}

/** Everything that the rule admits. */
export const everything: Plan = {
  classes: [],
  excluded: '',
  extra: PRINTABLE,
  maxConsecutive: undefined,
  usesPattern: true,
};

/** The lengths that a rule admits, as far as there are such passwords; none if `from` is above `to`. */
export function rangeOf({ minLength = 1, maxLength = LONGEST }: SiteRule): { from: number; to: number } {
  return { from: Math.max(1, minLength), to: Math.min(LONGEST, maxLength) };
}

/** What is taken first where the site needs a class that is off: what is typed with the least trouble. */
const PREFERENCE: readonly CharacterClass[] = ['numbers', 'lowercase', 'uppercase', 'symbols'];

/** The policy of a plan within a rule whose sets are distinct, or nothing if a set that the rule requires is out of reach. */
export function policyFor(plan: Plan, rule: SiteRule, length: number): Policy | undefined {
  const asked = plan.classes.map(({ characters }) => characters).join('');
  const usable = without(rule.allowed, plan.excluded);
  let alphabet = intersection(asked + without(plan.extra, plan.excluded), rule.allowed);
  for (const { characters } of rule.required) {
    if (intersection(characters, alphabet)) continue;
    const added = ofOneClass(intersection(characters, usable));
    if (!added) return undefined;
    alphabet = setOf(alphabet + added);
  }
  const { patternDfa } = rule;
  const limits = [plan.maxConsecutive, rule.maxConsecutive].filter((limit) => limit !== undefined);
  return {
    alphabet,
    required: needed([...plan.classes, ...rule.required], alphabet),
    minLength: length,
    maxLength: length,
    maxConsecutive: limits.length ? Math.min(...limits) : undefined,
    notFirst: rule.notFirst,
    notLast: rule.notLast,
    ...(patternDfa && plan.usesPattern && { refine: (machine) => intersect(machine, patternDfa) }),
  };
}

/** The characters of the class that is preferred among those that the set has; the space only if there is no other. */
function ofOneClass(set: string): string {
  const parts = PREFERENCE.map((name) => intersection(CHARACTERS[name], set));
  return parts.find((part) => part) ?? set;
}

/** Every set once, with its greatest minimum. */
export function distinct(required: readonly Requirement[]): Requirement[] {
  const least = new Map<string, number>();
  for (const { characters, min } of required)
    least.set(characters, Math.max(min, least.get(characters) ?? 0));
  return [...least].map(([characters, min]) => ({ characters, min }));
}

/** What must occur, within the alphabet and without what follows from the rest. An empty class asks for nothing. */
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

/** The plan, and those that give up more and more of it, as `fitToRule` says. */
export function* plansFrom(wish: Plan, exclude: string): Generator<Plan> {
  const lowered = [...loweredFrom(wish)];
  yield* lowered;
  yield { ...wish, maxConsecutive: undefined };
  for (const name of CLASS_NAMES) yield { ...wish, extra: CHARACTERS[name] };
  yield { ...wish, excluded: exclude };
  for (const plan of lowered)
    yield { ...plan, excluded: exclude, maxConsecutive: undefined, extra: PRINTABLE };
}

/** The plan with minimums as asked for, then with the greatest of them lower by one, and so on down to none. */
function* loweredFrom(wish: Plan): Generator<Plan> {
  let { classes } = wish;
  for (;;) {
    yield { ...wish, classes };
    const greatest = Math.max(...classes.map(({ min }) => min));
    if (!greatest) return;
    const at = classes.findLastIndex(({ min }) => min === greatest);
    classes = classes.map((each, i) => (i === at ? { ...each, min: each.min - 1 } : each));
  }
}
