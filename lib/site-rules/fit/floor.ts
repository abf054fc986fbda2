import {
  compile,
  DEFAULT_OPTIONS,
  type Failure,
  isBelowFloor,
  type PasswordOptions,
  type Policy,
} from '../../generator/index.ts';
import { Budget, FIT_WORK } from '../budget.ts';
import type { MergedRule } from '../merge.ts';
import { FREE_TEXT } from '../rule.ts';
import type { Adjustment } from './adjustments.ts';
import { type Fitted, fitToRule } from './fit.ts';
import { LengthFinder } from './length-finder.ts';

/**
 * Fits options into a merged rule as `fitToRule` does. If sentences of the page bring a password below the
 * floor that the options alone keep to, it becomes longer, or uses all classes. All this costs no more than
 * `budget`; a strength that is too large to count is taken as enough.
 */
export function fitAboveFloor(
  options: PasswordOptions,
  { rule, reasons }: MergedRule,
  budget = new Budget(FIT_WORK),
): Fitted | Failure {
  const fitted = fitToRule(options, rule, reasons, budget);
  const isWeak = ({ policy }: Fitted) => isWeakWithin(policy, budget);
  const by = reasons.find((reason) => FREE_TEXT.includes(reason.by))?.by;
  if (!fitted.ok || !by || !isWeak(fitted) || isWeakAlone(options)) return fitted;
  for (const stronger of strongerThan(options)) {
    const other = fitToRule(stronger, rule, reasons, budget);
    if (!other.ok || isWeak(other)) continue;
    const to = other.policy.minLength;
    const change: Adjustment =
      stronger.length > options.length && to > fitted.policy.minLength
        ? { code: 'strengthened', to, by }
        : { code: 'classes_added', by };
    return { ...other, adjustments: [change, ...other.adjustments] };
  }
  return fitted;
}

const isWeakWithin = (policy: Policy, budget: Budget) =>
  isBelowFloor(new LengthFinder(budget).bits(policy, policy.minLength, policy.maxLength));

const isWeakAlone = (options: PasswordOptions) => {
  const compiled = compile({ kind: 'password', ...options });
  return compiled.ok && isBelowFloor(compiled.entropyBits);
};

/** The options with greater lengths, up to that of the default options, and then with all classes. */
function* strongerThan(options: PasswordOptions): Generator<PasswordOptions> {
  const most = Math.max(options.length, DEFAULT_OPTIONS.length);
  for (let length = options.length + 1; length <= most; length++) yield { ...options, length };
  const classes = { uppercase: true, lowercase: true, numbers: true, symbols: true };
  yield { ...options, ...classes };
  yield { ...options, ...classes, length: most };
}
