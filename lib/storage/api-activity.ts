import * as v from 'valibot';
import { API_ERROR_CODES } from '../api/result.ts';
import { amount, host, listOf, maybe, oneOf, orElse, time } from './schema.ts';
import { storedItem } from './stored-item.ts';

const MAX_ENTRIES = 50;

const callSchema = v.object({
  /** When the call began, in milliseconds since 1970. */
  at: time,
  origin: host,
  outcome: oneOf(['ok', ...API_ERROR_CODES]),
  status: maybe(amount),
  durationMs: amount,
});

/** One call of the password API, without its password and its key. */
export type ApiActivity = Readonly<v.InferOutput<typeof callSchema>>;

/** The latest calls of this session, newest first. */
export const apiActivity = storedItem({
  key: 'apiActivity',
  area: 'session',
  version: 1,
  schema: orElse(listOf(callSchema, MAX_ENTRIES), []),
});

/** Adds a call to the list, which keeps the newest 50. */
export async function recordActivity(activity: ApiActivity): Promise<void> {
  await apiActivity.update((calls) => [activity, ...calls].slice(0, MAX_ENTRIES));
}
