import type { SiteRule } from '../site-rules/rule.ts';
import { type MessageKey, message } from './message.ts';

/** The messages for an exact length, a range, a minimum alone and a maximum alone. */
export type LengthMessages = Readonly<Record<'exact' | 'range' | 'min' | 'max', MessageKey>>;

/** The lengths of a rule in one message; empty where the rule bounds neither end. */
export function describeLengths(
  { minLength, maxLength }: Pick<SiteRule, 'minLength' | 'maxLength'>,
  keys: LengthMessages,
): string {
  const [min, max] = [String(minLength), String(maxLength)];
  if (minLength === undefined) return maxLength === undefined ? '' : message(keys.max, max);
  if (maxLength === undefined) return message(keys.min, min);
  return minLength === maxLength ? message(keys.exact, min) : message(keys.range, min, max);
}
