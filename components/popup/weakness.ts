import { isBelowFloor } from '../../lib/generator/index.ts';
import { describeRule } from '../../lib/i18n/describe-rule.ts';
import { message } from '../../lib/i18n/message.ts';
import type { KindName } from '../../lib/storage/kind-options.ts';
import type { ShownPassword } from './use-popup-password.ts';

/** Whether to ask before a password is filled. A PIN needs no question where PINs are what is filled. */
export function needsConfirmation(
  { entropyBits, madeFor, notes }: ShownPassword,
  kindForFills?: KindName,
): boolean {
  const isWantedPin = madeFor.kind === 'pin' && kindForFills === 'pin' && !notes?.unmet;
  return isBelowFloor(entropyBits) && !isWantedPin;
}

/** How weak it is, what makes it so, and how to fill it nevertheless. */
export function describeConfirmation(
  { strength, bits, madeFor, notes }: ShownPassword,
  host: string,
): string {
  const level = message(`strength_${strength}`);
  const rule = notes?.adjustments.length ? describeRule(madeFor.site) : '';
  return rule ? message('popup_weak_site', level, bits, host, rule) : message('popup_weak', level, bits);
}
