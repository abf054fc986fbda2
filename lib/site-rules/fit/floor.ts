import {
  compile,
  DEFAULT_OPTIONS,
  type Failure,
  type GenerateRequest,
  isBelowFloor,
  type PasswordOptions,
  type Policy,
} from '../../generator/index.ts';
import type { MergedRule } from '../merge.ts';
import { FREE_TEXT } from '../rule.ts';
import type { Adjustment } from './adjustments.ts';
import { type Fitted, fitToRule } from './fit.ts';

/**
 * Fits options into a merged rule as `fitToRule` does. If sentences of the page bring a password below the
 * floor that the options alone keep to, it becomes longer, or uses all classes.
 */
export function fitAboveFloor(options: PasswordOptions, { rule, reasons }: MergedRule): Fitted | Failure {
  const fitted = fitToRule(options, rule, reasons);
  const by = reasons.find((reason) => FREE_TEXT.includes(reason.by))?.by;
  if (!fitted.ok || !by || !isWeak(fitted.policy) || isWeak({ kind: 'password', ...options })) return fitted;
  for (const stronger of strongerThan(options)) {
    const other = fitToRule(stronger, rule, reasons);
    if (!other.ok || isWeak(other.policy)) continue;
    const to = other.policy.minLength;
    const change: Adjustment =
      stronger.length > options.length && to > fitted.policy.minLength
        ? { code: 'strengthened', to, by }
        : { code: 'classes_added', by };
    return { ...other, adjustments: [change, ...other.adjustments] };
  }
  return fitted;
}

const isWeak = (what: Policy | GenerateRequest) => {
  const compiled = compile(what);
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
