import {
  CHARACTERS,
  type CharacterClass,
  CLASS_NAMES,
  LOOK_ALIKES,
  MAX_LENGTH,
  type PasswordOptions,
  type Policy,
  type RequiredClass,
} from '../../generator/index.ts';
import { intersection, isWithin, setOf, without } from '../characters.ts';
import type { Bound, Reason, SiteRule, Source } from '../rule.ts';
import { boundsOf } from '../rule-bounds.ts';
import { PART_BOUNDS, type Plan, type RulePart } from './plan.ts';

/** Lists the changes of a policy against the person's options. */
export function adjustmentsOf(
  options: PasswordOptions,
  classes: readonly RequiredClass[],
  rule: SiteRule,
  { plan, policy }: { readonly plan: Plan; readonly policy: Policy },
  reasons: readonly Reason[],
): Adjustment[] {
  const by = (code: Bound['code']): Source | undefined => reasons.find((reason) => reason.code === code)?.by;
  return [
    ...lengthAdjustments(options.length, policy.minLength, rule, by),
    ...classes.flatMap((each) => classAdjustments(each, policy.alphabet, limiterOf(each, reasons))),
    ...addedAdjustments(options, classes, policy.alphabet, by('required')),
    ...classes.flatMap((each, i) =>
      minimumAdjustments(each, plan.classes[i] as RequiredClass, policy.alphabet, rule, by),
    ),
    ...runAdjustments(options, plan, policy, by),
    ...plan.leftOut.flatMap((part) => leftOutAdjustments(part, rule, by)),
  ];
}

/**
 * The guarantee of a class that is lower than in the options: because of the site's limit, or of the room.
 */
function minimumAdjustments(
  { name, characters, min }: RequiredClass,
  { min: to }: RequiredClass,
  alphabet: string,
  { limited = [] }: SiteRule,
  by: By,
): Adjustment[] {
  const used = intersection(characters, alphabet);
  if (to >= min || !used) return [];
  const around = limited.filter((each) => isWithin(used, each.characters));
  const own = around.find(({ max }) => max === to);
  if (own) return [{ code: 'class_capped', characterClass: name, to, by: by('limited') }];
  const [shared] = around;
  return shared
    ? [{ code: 'minimum_capped', bound: { code: 'limited', ...shared }, by: by('limited') }]
    : [{ code: 'minimum_lowered', characterClass: name, to }];
}

/** The most bounds that are told for one part. Only hostile pages have more. */
const MAX_LEFT_OUT = 3;

/** The bounds of a part of the rule that is given up. The page may reject the password for them. */
function leftOutAdjustments(part: RulePart, rule: SiteRule, by: By): Adjustment[] {
  if (part === 'pattern') return [{ code: 'pattern_ignored', by: by('pattern') }];
  const codes: readonly Bound['code'][] = PART_BOUNDS[part];
  return boundsOf(rule)
    .filter(({ code }) => codes.includes(code))
    .slice(0, MAX_LEFT_OUT)
    .map((bound) => ({ code: 'bound_ignored', bound, by: by(bound.code) }));
}

/** The source that does not allow all of a class. */
const limiterOf = ({ characters }: RequiredClass, reasons: readonly Reason[]): Source | undefined =>
  reasons.find((reason) => reason.code === 'allowed' && !isWithin(characters, reason.characters))?.by;

type By = (code: Bound['code']) => Source | undefined;

function lengthAdjustments(requested: number, to: number, rule: SiteRule, by: By): Adjustment[] {
  if (to === requested) return [];
  // A length between the bounds comes from other bounds.
  const other = SHORTENING.map(by).find((source) => source);
  if (to < requested)
    return [{ code: 'shortened', to, by: to === rule.maxLength ? by('max_length') : other }];
  const longer = rule.patternDfa ? 'pattern' : 'required';
  return [{ code: 'lengthened', to, by: by(to === rule.minLength ? 'min_length' : longer) }];
}

/** The bounds that can make a password shorter than the greatest length. */
const SHORTENING = ['pattern', 'limited', 'runs', 'repeats', 'max_sequential', 'blocked'] as const;

function classAdjustments(
  { name, characters }: RequiredClass,
  alphabet: string,
  by: Source | undefined,
): Adjustment[] {
  const left = intersection(characters, alphabet);
  if (!left) return [{ code: 'class_removed', characterClass: name, by }];
  return left === setOf(characters)
    ? []
    : [{ code: 'class_limited', characterClass: name, characters: left, by }];
}

function addedAdjustments(
  { avoidLookAlikes }: PasswordOptions,
  classes: readonly RequiredClass[],
  alphabet: string,
  by: Source | undefined,
): Adjustment[] {
  const added = without(alphabet, classes.map(({ characters }) => characters).join(''));
  const isOn = (name: string) => classes.some((each) => each.name === name);
  const sets = [...CLASS_NAMES.map((name) => [name, CHARACTERS[name]] as const), ['space', ' '] as const];
  const lookAlikes = avoidLookAlikes ? intersection(added, LOOK_ALIKES) : '';
  return [
    ...sets.flatMap(([characterClass, set]): Adjustment[] => {
      const characters = intersection(added, set);
      return characters && !isOn(characterClass)
        ? [{ code: 'class_added', characterClass, characters, by }]
        : [];
    }),
    ...(lookAlikes ? [{ code: 'excluded_allowed', characters: lookAlikes, by } as const] : []),
  ];
}

function runAdjustments(
  { maxConsecutive = MAX_LENGTH }: PasswordOptions,
  plan: Plan,
  { maxConsecutive: to = MAX_LENGTH }: Policy,
  by: By,
): Adjustment[] {
  if (to < maxConsecutive) return [{ code: 'repeats_limited', to, by: by('max_consecutive') }];
  return plan.maxConsecutive === undefined && maxConsecutive < MAX_LENGTH
    ? [{ code: 'repeats_allowed' }]
    : [];
}

/**
 * The bounds that a merge has left out and that no other note mentions: limits that cannot be met, and
 * sentences that would make the password too weak. The page may reject the password for them.
 */
export function leftOutOf(contradictions: readonly Reason[], tooWeak: readonly Reason[] = []): Adjustment[] {
  const limits: readonly Bound['code'][] = [...PART_BOUNDS.limits, ...PART_BOUNDS.sieve];
  const weak = tooWeak.map(({ by, ...bound }) => ({ code: 'bound_too_weak' as const, bound, by }));
  const unmet = contradictions
    .filter((reason) => limits.includes(reason.code) && !tooWeak.includes(reason))
    .map(({ by, ...bound }) => ({ code: 'bound_ignored' as const, bound, by }));
  return [...weak.slice(0, MAX_LEFT_OUT), ...unmet.slice(0, MAX_LEFT_OUT)];
}

/**
 * A change in a person's options that makes the site accept the password. `by` is the source of the bound
 * behind it, if the rule was merged from sources.
 */
export type Adjustment = { readonly by?: Source | undefined } & (
  | {
      readonly code: /** The length is `to` characters, fewer or more than in the options. */
        | 'shortened'
        | 'lengthened'
        /** Longer, because what the page says would make the password too weak. */
        | 'strengthened'
        /** The longest run of one character is `to`, less than in the options. */
        | 'repeats_limited';
      readonly to: number;
    }
  | {
      readonly code: /** The site takes nothing of a class that is on. */ 'class_removed';
      readonly characterClass: CharacterClass;
    }
  | {
      readonly code: /** The site takes only these characters of a class that is on. */ 'class_limited';
      readonly characterClass: CharacterClass;
      readonly characters: string;
    }
  | {
      readonly code: /** The site requires these characters of a class that is off. */ 'class_added';
      readonly characterClass: CharacterClass | 'space';
      readonly characters: string;
    }
  /**
   * Fewer characters of the class are guaranteed, because the password is too short. 0 means that it may have
   * none.
   */
  | { readonly code: 'minimum_lowered'; readonly characterClass: CharacterClass; readonly to: number }
  /** Look-alikes that the site requires. Characters excluded by hand are never used. */
  | { readonly code: 'excluded_allowed'; readonly characters: string }
  /** The site takes at most `to` of a class, fewer than the options guarantee. */
  | { readonly code: 'class_capped'; readonly characterClass: CharacterClass; readonly to: number }
  /** Classes that are off are used too, because what the page says would make the password too weak. */
  | { readonly code: 'classes_added' }
  /**
   * A minimum is lowered for a limit that several classes share; or a bound is given up, because it cannot
   * be met or is too large to count with.
   */
  | { readonly code: 'minimum_capped' | 'bound_ignored'; readonly bound: Bound }
  /** A bound that a sentence says is left out, because it would make the password too weak. */
  | { readonly code: 'bound_too_weak'; readonly bound: Bound }
  /** The limit on repeated characters is given up, or the pattern, because it is too large to count with. */
  | { readonly code: 'repeats_allowed' | 'pattern_ignored' }
);
