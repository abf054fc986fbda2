import type { ApiErrorCode } from '../api/result.ts';
import { parseList, storedItem } from './stored-item.ts';

/** One call of the password API, without its password and its key. */
export interface ApiActivity {
  /** When the call began, in milliseconds since 1970. */
  readonly at: number;
  readonly origin: string;
  readonly outcome: 'ok' | ApiErrorCode;
  readonly status?: number;
  readonly durationMs: number;
}

/** The latest calls of this session, newest first. */
export const apiActivity = storedItem<readonly ApiActivity[]>({
  key: 'apiActivity',
  area: 'session',
  version: 1,
  parse: parseList,
});

const MAX_ENTRIES = 50;

/** Adds a call to the list, which keeps the newest 50. */
export async function recordActivity(activity: ApiActivity): Promise<void> {
  await apiActivity.update((calls) => [activity, ...calls].slice(0, MAX_ENTRIES));
}
