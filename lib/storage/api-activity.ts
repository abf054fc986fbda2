import type { ApiErrorCode } from '../api/result.ts';
import { storedItem } from './stored-item.ts';

/** One call of the password API: never the password, never the key. */
export interface ApiActivity {
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
  readonly origin: string;
  readonly outcome: 'ok' | ApiErrorCode;
  readonly status?: number;
  readonly durationMs: number;
}

/** The last calls of this session, newest first. */
export const apiActivity = storedItem<readonly ApiActivity[]>({
  key: 'apiActivity',
  area: 'session',
  version: 1,
  parse: (stored) => (Array.isArray(stored) ? stored : []),
});

const KEPT = 50;

export async function noteActivity(activity: ApiActivity): Promise<void> {
  await apiActivity.write([activity, ...(await apiActivity.read())].slice(0, KEPT));
}
