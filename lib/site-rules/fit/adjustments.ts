import { CHARACTERS, type CharacterClass, CLASS_NAMES, LOOK_ALIKES } from '../../generator/charset.ts';
import { type RequiredClass, MAX_LENGTH, type PasswordOptions } from '../../generator/kinds/password.ts';
import type { Policy } from '../../generator/policy/policy.ts';
import { intersection, isWithin, setOf, without } from '../characters.ts';
import type { Bound, Reason, SiteRule, Source } from '../rule.ts';
import type { Plan } from './plan.ts';

/** Tells what a policy has changed in the options, by comparing the two. */
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
    ...classes.flatMap((asked) => classAdjustments(asked, policy.alphabet, limiterOf(asked, reasons))),
    ...addedAdjustments(options, classes, policy.alphabet, by('required')),
    ...classes.flatMap(({ name, characters, min }, i): Adjustment[] => {
      const { min: to } = plan.classes[i] as RequiredClass;
      const isUsed = intersection(characters, policy.alphabet);
      return to < min && isUsed ? [{ code: 'minimum_lowered', characterClass: name, to }] : [];
    }),
    ...runAdjustments(options, plan, policy, by),
    ...(rule.patternDfa && !plan.usesPattern
      ? [{ code: 'pattern_ignored', by: by('pattern') } as const]
      : []),
  ];
}

/** The source that does not take all of a class. */
const limiterOf = ({ characters }: RequiredClass, reasons: readonly Reason[]): Source | undefined =>
  reasons.find((reason) => reason.code === 'allowed' && !isWithin(characters, reason.characters))?.by;

type By = (code: Bound['code']) => Source | undefined;

function lengthAdjustments(asked: number, to: number, rule: SiteRule, by: By): Adjustment[] {
  if (to === asked) return [];
  // A length between the bounds comes from what must occur, or from a pattern.
  if (to < asked)
    return [{ code: 'shortened', to, by: by(to === rule.maxLength ? 'max_length' : 'pattern') }];
  const other = rule.patternDfa ? 'pattern' : 'required';
  return [{ code: 'lengthened', to, by: by(to === rule.minLength ? 'min_length' : other) }];
}

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
  const looked = avoidLookAlikes ? intersection(added, LOOK_ALIKES) : '';
  return [
    ...sets.flatMap(([characterClass, set]): Adjustment[] => {
      const characters = intersection(added, set);
      return characters && !isOn(characterClass)
        ? [{ code: 'class_added', characterClass, characters, by }]
        : [];
    }),
    ...(looked ? [{ code: 'excluded_allowed', characters: looked, by } as const] : []),
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
 * What was changed in a person's options so that the site accepts the password, in the order in which to tell it. `by` is
 * the source that asked for it, where the rule was merged from sources.
 */
export type Adjustment = { readonly by?: Source | undefined } & (
  | {
      readonly code: /** The length was taken down, or up, to `to` characters. */
        | 'shortened'
        | 'lengthened'
        /** No character stands more than `to` times in a row, which is less than was asked for. */
        | 'repeats_limited';
      readonly to: number;
    }
  | {
      readonly code: /** The class is wanted, but the site takes none of it. */ 'class_removed';
      readonly characterClass: CharacterClass;
    }
  | {
      readonly code: /** Of a wanted class only these characters are accepted. */ 'class_limited';
      readonly characterClass: CharacterClass;
      readonly characters: string;
    }
  | {
      readonly code: /** These characters of a class that was off were needed; `space` is the space. */ 'class_added';
      readonly characterClass: CharacterClass | 'space';
      readonly characters: string;
    }
  /** Fewer of the class are guaranteed than were asked for, because the password is too short. 0: it may have none. */
  | { readonly code: 'minimum_lowered'; readonly characterClass: CharacterClass; readonly to: number }
  /** Look-alikes that had to be used. Characters that were excluded by hand never are. */
  | { readonly code: 'excluded_allowed'; readonly characters: string }
  /** The limit on repeated characters was given up; or the pattern, because it was too large to count with. */
  | { readonly code: 'repeats_allowed' | 'pattern_ignored' }
);
