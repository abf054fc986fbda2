import { type MessageKey, message } from './message.ts';

/** What the reset of a stored item deletes, by the item's key in storage. */
export function describeReset(key: string): string {
  // Keys of messages have no hyphen.
  const known = message(`reset_${key.replaceAll('-', '_')}` as MessageKey);
  return known || message('reset_other', key);
}
