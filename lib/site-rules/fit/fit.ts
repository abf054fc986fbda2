import { failure, rangeFault } from '../../generator/errors.ts';
import {
  type Failure,
  LOOK_ALIKES,
  MAX_LENGTH,
  MIN_LENGTH,
  type PasswordOptions,
  type Policy,
  type RequiredClass,
} from '../../generator/index.ts';
import { classesOf, classFault } from '../../generator/kinds/password.ts';
import { Budget, FIT_WORK } from '../budget.ts';
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
  /** The classes of the options with the minimums that are left. */
  readonly classes: readonly RequiredClass[];
  readonly adjustments: readonly Adjustment[];
}

/**
 * Fits a person's options into a site's rule. Options give way no further than needed, in this order: the
 * length, then minimums, the limit on repeats, classes that are off, look-alikes. Characters excluded by hand
 * are never used. If the rule needs them, the failure names `exclude`; if nothing can satisfy the rule, it
 * names `siteRules`. `reasons`, from `mergeRules`, give the sources of adjustments. It answers within
 * `budget`, some rules with `too_complex`.
 */
export function fitToRule(
  options: PasswordOptions,
  rule: SiteRule,
  reasons: readonly Reason[] = [],
  budget = new Budget(FIT_WORK),
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
  const found = findPlan(requested, exclude, { ...rule, required }, options.length, budget);
  if (found === 'too_complex') return failure('too_complex', 'siteRules');
  if (!found) return refusal({ ...rule, required }, budget);
  return {
    ok: true,
    policy: found.policy,
    classes: found.plan.classes,
    adjustments: adjustmentsOf(options, classes, rule, found, reasons),
  };
}

/** The parts of the budget for the first search and for each of those that follow. */
const FIRST = 3 / 4;
const LATER = 1 / 7;

/** A plan with its policy, which has passwords. */
export interface Found {
  readonly plan: Plan;
  readonly policy: Policy;
}

/** What is given up of a rule that is too large to count with, in this order. */
const SIMPLER: readonly RulePart[] = ['pattern', 'limits', 'sieve'];

/**
 * The first plan with passwords. Parts of a rule that is too large are left out with an adjustment. So are a
 * pattern and limits that nothing can meet, which a merge that ran out of budget may have let through, and
 * conditions that drawing again cannot meet within the options.
 */
function findPlan(requested: Plan, exclude: string, rule: SiteRule, length: number, budget: Budget) {
  // Each search has a part of its own, so that a simpler rule can be searched when another was too large.
  let found = search(plansFrom(requested, exclude), rule, length, budget.share(FIRST));
  let leftOut: readonly RulePart[] = [];
  for (const part of SIMPLER.filter((each) => holds(rule, each))) {
    if (typeof found === 'object') break;
    if (!found && part !== 'sieve' && isMet(rule, budget)) continue;
    leftOut = [...leftOut, part];
    found = search(plansFrom({ ...requested, leftOut }, exclude), rule, length, budget.share(LATER));
  }
  return found;
}

function search(
  plans: Iterable<Plan>,
  rule: SiteRule,
  requested: number,
  budget: Budget,
): Found | 'too_complex' | undefined {
  const { from, to } = rangeOf(rule);
  const length = Math.min(Math.max(requested, from), to);
  const finder = new LengthFinder(budget);
  for (const plan of plans) {
    const policy = policyFor(plan, rule, length);
    const found = policy && finder.find(policy, from, to);
    if (found === 'too_complex') return found;
    if (policy && found) return { plan, policy: { ...policy, minLength: found, maxLength: found } };
  }
  return undefined;
}

/** Whether any password satisfies the rule, without options. */
const isMet = (rule: SiteRule, budget: Budget) =>
  typeof search([everything], rule, 16, budget.share(LATER)) === 'object';

/** Names the cause: the exclusions if the rule can be met without them, otherwise the rule. */
function refusal(rule: SiteRule, budget: Budget): Failure {
  return failure('unmeetable', isMet(rule, budget) ? 'exclude' : 'siteRules');
}
