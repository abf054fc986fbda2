import * as v from 'valibot';
import { MAX_WAIT } from '../api/retry-at.ts';
import { listOf, orElse, text, time } from './schema.ts';
import { storedItem } from './stored-item.ts';

const MAX_ORIGINS = 50;

/** When servers of the password API accept requests again, by origin, in milliseconds since 1970. */
export const rateLimits = storedItem<readonly (readonly [origin: string, endsAtMs: number])[]>({
  key: 'apiRateLimits',
  area: 'session',
  version: 1,
  schema: orElse(listOf(v.tuple([text(320), time]), MAX_ORIGINS), []),
});

/** When the server at this origin accepts requests again; `undefined` if it does already. */
export async function rateLimitOf(origin: string, nowMs: number): Promise<number | undefined> {
  const limits = await rateLimits.read();
  const endsAtMs = limits.find(([limited]) => limited === origin)?.[1] ?? 0;
  // A later end than any server is believed comes from a clock that was set back.
  return endsAtMs > nowMs && endsAtMs <= nowMs + MAX_WAIT * 1000 ? endsAtMs : undefined;
}

/** Remembers until the browser closes when the server at this origin accepts requests again. */
export async function recordRateLimit(origin: string, endsAtMs: number): Promise<void> {
  await rateLimits.update((limits) =>
    [[origin, endsAtMs] as const, ...limits.filter(([limited]) => limited !== origin)].slice(0, MAX_ORIGINS),
  );
}
