/** The longest wait that a server is believed, in seconds. A mistake there must not end all calls. */
export const MAX_WAIT = 3600;

/** What a response says about the next request. */
export interface RetryTerms {
  readonly headers: Headers;
  /** `retry_after` of the body, in seconds. */
  readonly retryAfter?: string | number | undefined;
}

/**
 * When a server accepts requests again, in milliseconds since 1970, within the next hour; `undefined` if it
 * does not say so. It is the latest of `Retry-After` (RFC 9110, 10.2.3), `retry_after` in the body, the old
 * and new `RateLimit` drafts of the IETF, and the common `X-RateLimit-Reset`. Quotas that are not spent do
 * not count.
 */
export function retryAtMs({ headers, retryAfter = '' }: RetryTerms, nowMs: number): number | undefined {
  const read = (name: string) => headers.get(name)?.trim() ?? '';
  // Times are compared with the server's own clock, because this computer's can be wrong.
  const serverMs = httpDate(read('date')) ?? nowMs;
  const resetOf = (quota: string) =>
    Number(read(`${quota}-remaining`)) > 0 ? undefined : secondsUntil(read(`${quota}-reset`), serverMs);
  const seconds =
    longest([
      secondsUntil(read('retry-after'), serverMs),
      secondsUntil(String(retryAfter), serverMs),
      resetOf('ratelimit'),
      resetOf('x-ratelimit'),
      fieldSeconds(read('ratelimit'), serverMs),
    ]) ?? longest(items(read('ratelimit-policy')).map(({ w }) => w));
  return seconds === undefined ? undefined : nowMs + Math.min(seconds, MAX_WAIT) * 1000;
}

/** Some servers count seconds or milliseconds since 1970; numbers from here on must mean that. */
const SINCE_1970 = 1e9;

/** Reads seconds from now, seconds or milliseconds since 1970, or a date, as seconds from now. */
function secondsUntil(text: string, nowMs: number): number | undefined {
  const date = httpDate(text);
  if (date !== undefined) return Math.max(0, date - nowMs) / 1000;
  if (!/^\d{1,13}(?:\.\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  if (number < SINCE_1970) return number;
  const atMs = number < 1000 * SINCE_1970 ? 1000 * number : number;
  return Math.max(0, atMs - nowMs) / 1000;
}

/** A date as in RFC 9110 (5.6.7), in GMT; `Date.parse` alone would also accept `May` or `-12`. */
function httpDate(text: string): number | undefined {
  const time = /^[A-Z][a-z]{2,8}, .* GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** `"name";r=0;t=30` (drafts 8 and later) or `limit=10, remaining=0, reset=30` (before). */
function fieldSeconds(text: string, nowMs: number): number | undefined {
  const reset = /(?:^|[,;\s])reset=(\d+)/.exec(text)?.[1];
  if (reset !== undefined) return /remaining=[1-9]/.test(text) ? undefined : secondsUntil(reset, nowMs);
  const spent = items(text).filter(({ r }) => !r);
  return longest(spent.map(({ t }) => t));
}

/** The numeric parameters of each item of a structured list. */
function items(text: string): Partial<Record<string, number>>[] {
  return text.split(',').map((item) => {
    const parameters = [...item.matchAll(/;\s*([a-z]+)=(\d{1,9})(?![\d.])/g)];
    return Object.fromEntries(parameters.map(([, name, value]) => [name, Number(value)]));
  });
}

function longest(seconds: readonly (number | undefined)[]): number | undefined {
  const known = seconds.filter((value) => value !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
