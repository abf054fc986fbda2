// What a key can be made with, for the command line and the administration over HTTP.
import * as v from 'valibot';
import { rangeProblem } from './addresses.ts';
import { DEFAULT_SCOPES, SCOPES } from './keys.ts';

/** Requests a minute of a key that is made without a limit. */
export const DEFAULT_LIMIT = 120;

/** The greatest limit, in requests a minute. */
export const MAX_LIMIT = 1_000_000;

const DAY_MS = 86_400_000;

/** The longest duration: ten years. */
const MAX_DURATION_MS = 3650 * DAY_MS;

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: DAY_MS };

/** Reads a duration such as `24h` or `90d`, or `0`, in milliseconds; `undefined` if it isn’t one. */
export function readDuration(text: string): number | undefined {
  if (text === '0') return 0;
  const [, number, unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const ms = Number(number) * (UNITS[unit] ?? Number.NaN);
  return ms <= MAX_DURATION_MS ? ms : undefined;
}

const duration = (description: string) =>
  v.pipe(
    v.string(),
    v.check((text) => readDuration(text) !== undefined, 'Not a duration'),
    v.description(description),
  );

/** The body of `POST /v1/admin/keys`. */
export const keyBody = v.strictObject({
  label: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(100),
      v.check((text) => !/\p{Cc}/u.test(text)),
      v.description('A name for people.'),
    ),
    '',
  ),
  scopes: v.optional(
    v.pipe(
      v.array(v.picklist(SCOPES)),
      v.minLength(1),
      v.maxLength(SCOPES.length),
      v.description('What the key may do.'),
    ),
    [...DEFAULT_SCOPES],
  ),
  addresses: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.maxLength(50),
          v.check((text) => rangeProblem(text) === undefined, 'Not an IP address or range'),
        ),
      ),
      v.maxLength(32),
      v.description('IP addresses and ranges that may use the key; all if the list is empty.'),
    ),
    [],
  ),
  limit_per_minute: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(MAX_LIMIT),
      v.description('Requests a minute.'),
    ),
    DEFAULT_LIMIT,
  ),
  expires_in: v.optional(duration('When the key ends, such as 90d; never if it is left out.')),
});

/** The body of `POST /v1/admin/keys/:id/rotate`. */
export const rotateBody = v.strictObject({
  overlap: v.optional(duration('How long the old key stays valid, such as 24h, or 0.'), '24h'),
});

/** What a value must be, for the sentence of a 422. */
export const KEY_EXPECTED: Readonly<Record<string, string>> = {
  label: 'must be a text of at most 100 characters',
  scopes: `must be a list of ${SCOPES.join(', ')}`,
  addresses: 'must be a list of at most 32 IP addresses and ranges such as 10.0.0.0/8',
  limit_per_minute: 'must be a whole number from 1 to 1,000,000',
  expires_in: 'must be a duration such as 12h or 90d',
  overlap: 'must be 0 or a duration such as 24h',
};

/** A key as answers show it. */
export const shownKeySchema = v.object({
  id: v.string(),
  label: v.string(),
  state: v.picklist(['active', 'expired', 'revoked']),
  scopes: v.array(v.picklist(SCOPES)),
  addresses: v.array(v.string()),
  limit_per_minute: v.number(),
  created_at: v.string(),
  expires_at: v.nullable(v.string()),
  revoked_at: v.nullable(v.string()),
  last_used_at: v.nullable(v.string()),
  rotated_from: v.nullable(v.string()),
});

/** A new key, which is shown this once. */
export const issuedSchema = v.object({ key: v.string(), ...shownKeySchema.entries });

export const keyListSchema = v.object({ keys: v.array(shownKeySchema) });
