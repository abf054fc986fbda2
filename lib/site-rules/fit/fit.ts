import { failure, rangeFault } from '../../generator/errors.ts';
import {
  type Failure,
  LOOK_ALIKES,
  MAX_LENGTH,
  MIN_LENGTH,
  type PasswordOptions,
  type Policy,
} from '../../generator/index.ts';
import { classesOf, classFault } from '../../generator/kinds/password.ts';
import type { Reason, SiteRule } from '../rule.ts';
import { type Adjustment, adjustmentsOf } from './adjustments.ts';
import { LengthFinder } from './length-finder.ts';
import {
  distinct,
  everything,
  holds,
  type Plan,
  plansFrom,
  policyFor,
  type RulePart,
  rangeOf,
  withinLimits,
} from './plan.ts';

/** The most different sets of a rule. A text with more is hostile. */
const MAX_SETS = 200;

/** A policy that the site accepts, and its changes to the person's options. */
export interface Fitted {
  readonly ok: true;
  /** Its passwords are exactly those that the adjusted options and the rule admit. */
  readonly policy: Policy;
  readonly adjustments: readonly Adjustment[];
}

/**
 * Fits a person's options into a site's rule. Options give way no further than needed, in this order: the
 * length, then minimums, the limit on repeats, classes that are off, look-alikes. Characters excluded by hand
 * are never used. If the rule needs them, the failure names `exclude`; if nothing can satisfy the rule, it
 * names `siteRules`. `reasons`, from `mergeRules`, give the sources of adjustments.
 */
export function fitToRule(
  options: PasswordOptions,
  rule: SiteRule,
  reasons: readonly Reason[] = [],
): Fitted | Failure {
  const classes = classesOf(options);
  const { from, to } = rangeOf(rule);
  const fault =
    classFault(classes, Math.max(options.length, from)) ??
    rangeFault('length', options.length, MIN_LENGTH, MAX_LENGTH);
  if (fault) return fault;
  if (from > to) return failure('unmeetable', 'siteRules');
  const { exclude, avoidLookAlikes, maxConsecutive = MAX_LENGTH } = options;
  const requested: Plan = {
    classes: withinLimits(classes, rule),
    excluded: exclude + (avoidLookAlikes ? LOOK_ALIKES : ''),
    extra: '',
    maxConsecutive: maxConsecutive < MAX_LENGTH ? maxConsecutive : undefined,
    leftOut: [],
  };
  const required = distinct(rule.required);
  if (required.length > MAX_SETS) return failure('too_complex', 'siteRules');
  const found =
    search(plansFrom(requested, exclude), { ...rule, required }, options.length) ??
    search(plansFrom({ ...requested, leftOut: ['sieve'] }, exclude), { ...rule, required }, options.length) ??
    refusal({ ...rule, required });
  if ('ok' in found) return found;
  return {
    ok: true,
    policy: found.policy,
    adjustments: adjustmentsOf(options, classes, rule, found, reasons),
  };
}

/** A plan with its policy, which has passwords. */
export interface Found {
  readonly plan: Plan;
  readonly policy: Policy;
}

/** What is given up of a rule that is too large to count with, in this order. */
const SIMPLER: readonly RulePart[] = ['pattern', 'limits', 'sieve'];

/** Finds the first plan with passwords. What makes counting too large is left out with an adjustment. */
function search(plans: Iterable<Plan>, rule: SiteRule, requested: number): Found | Failure | undefined {
  const { from, to } = rangeOf(rule);
  const length = Math.min(Math.max(requested, from), to);
  const finder = new LengthFinder();
  for (const plan of plans) {
    const policy = policyFor(plan, rule, length);
    const found = policy && finder.find(policy, from, to);
    if (found === 'too_complex') return simplified(plan, rule, length);
    if (policy && found) return { plan, policy: { ...policy, minLength: found, maxLength: found } };
  }
  return undefined;
}

/** The plan without as much of the rule as needed. */
function simplified(plan: Plan, rule: SiteRule, length: number): Found | Failure {
  const left = SIMPLER.filter((part) => !plan.leftOut.includes(part) && holds(rule, part));
  const tooComplex = failure('too_complex', 'siteRules');
  const [first] = left;
  if (!first) return tooComplex;
  return search([{ ...plan, leftOut: [...plan.leftOut, first] }], rule, length) ?? tooComplex;
}

/** Names the cause: the exclusions if the rule can be met without them, otherwise the rule. */
function refusal(rule: SiteRule): Failure {
  const found = search([everything], rule, 16);
  return failure('unmeetable', found && 'plan' in found ? 'exclude' : 'siteRules');
}
