import type { SiteRule } from '../site-rules/rule.ts';
import { formatNumber, type PluralKey, plural } from './plural.ts';

/** The messages for an exact length, a range, a minimum alone and a maximum alone. */
export type LengthMessages = Readonly<Record<'exact' | 'range' | 'min' | 'max', PluralKey>>;

/** The lengths of a rule in one message; empty where the rule bounds neither end. */
export function describeLengths(
  { minLength, maxLength }: Pick<SiteRule, 'minLength' | 'maxLength'>,
  keys: LengthMessages,
): string {
  if (minLength === undefined) return maxLength === undefined ? '' : plural(keys.max, maxLength);
  if (maxLength === undefined) return plural(keys.min, minLength);
  if (minLength === maxLength) return plural(keys.exact, minLength);
  return plural(keys.range, maxLength, formatNumber(minLength), formatNumber(maxLength));
}
