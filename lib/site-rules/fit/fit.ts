import { LOOK_ALIKES } from '../../generator/charset.ts';
import { type Failure, failure, rangeFault } from '../../generator/errors.ts';
import {
  classesOf,
  classFault,
  MAX_LENGTH,
  MIN_LENGTH,
  type PasswordOptions,
} from '../../generator/kinds/password.ts';
import type { Policy } from '../../generator/policy/policy.ts';
import type { Reason, SiteRule } from '../rule.ts';
import { type Adjustment, adjustmentsOf } from './adjustments.ts';
import { LengthFinder } from './length-finder.ts';
import { distinct, everything, type Plan, plansFrom, policyFor, rangeOf } from './plan.ts';

/** Different sets above this are a hostile text. */
const MAX_SETS = 200;

/** A policy that the site accepts, and what it changes in the person's options. */
export interface Fitted {
  readonly ok: true;
  /** For `compile` and `generateMany`: its passwords are exactly those that these options and the rule admit. */
  readonly policy: Policy;
  readonly adjustments: readonly Adjustment[];
}

/**
 * Honours a person's options within a site's rule. What conflicts is given up no further than needed: the length first, then
 * minimums, the limit on repeats, classes that are off, look-alikes. Characters excluded by hand never are: then the failure
 * names `exclude`, and `siteRules` if nothing could satisfy the rule. `reasons`, of `mergeRules`, name the sources.
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
  const wish: Plan = {
    classes,
    excluded: exclude + (avoidLookAlikes ? LOOK_ALIKES : ''),
    extra: '',
    maxConsecutive: maxConsecutive < MAX_LENGTH ? maxConsecutive : undefined,
    usesPattern: true,
  };
  const required = distinct(rule.required);
  if (required.length > MAX_SETS) return failure('too_complex', 'siteRules');
  const found =
    search(plansFrom(wish, exclude), { ...rule, required }, options.length) ?? refusal({ ...rule, required });
  if ('ok' in found) return found;
  return {
    ok: true,
    policy: found.policy,
    adjustments: adjustmentsOf(options, classes, rule, found, reasons),
  };
}

/** A plan that has passwords. */
export interface Found {
  readonly plan: Plan;
  readonly policy: Policy;
}

/** The first plan that has passwords. A pattern that makes counting too large is left out, for that is said. */
function search(plans: Iterable<Plan>, rule: SiteRule, wished: number): Found | Failure | undefined {
  const { from, to } = rangeOf(rule);
  const length = Math.min(Math.max(wished, from), to);
  const finder = new LengthFinder();
  for (const plan of plans) {
    const policy = policyFor(plan, rule, length);
    const found = policy && finder.find(policy, from, to);
    if (found === 'too_complex') return withoutPattern(plan, rule, length);
    if (policy && found) return { plan, policy: { ...policy, minLength: found, maxLength: found } };
  }
  return undefined;
}

function withoutPattern(plan: Plan, rule: SiteRule, length: number): Found | Failure {
  const tooComplex = failure('too_complex', 'siteRules');
  if (!plan.usesPattern || !rule.patternDfa) return tooComplex;
  return search([{ ...plan, usesPattern: false }], rule, length) ?? tooComplex;
}

/** Names what is at fault: the exclusions, if the rule could be met without them. */
function refusal(rule: SiteRule): Failure {
  const found = search([everything], rule, 16);
  return failure('unmeetable', found && 'plan' in found ? 'exclude' : 'siteRules');
}
