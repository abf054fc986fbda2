/**
 * When a server accepts requests again, in milliseconds since 1970; `undefined` if no header says so. Reads
 * `Retry-After` (RFC 9110, 10.2.3) or else the old and new `RateLimit` drafts of the IETF.
 */
export function retryAtMs(headers: Headers, nowMs: number): number | undefined {
  const read = (name: string) => headers.get(name)?.trim() ?? '';
  const seconds = [
    () => retryAfterSeconds(read('retry-after'), read('date'), nowMs),
    () => deltaSeconds(read('ratelimit-reset'), nowMs),
    () => fieldSeconds(read('ratelimit'), nowMs),
    () => longest(items(read('ratelimit-policy')).map(({ w }) => w)),
  ];
  for (const read of seconds) {
    const found = read();
    if (found !== undefined) return nowMs + found * 1000;
  }
  return undefined;
}

/** Seconds, or a date that is compared with the server's own clock if the response has a `Date`. */
function retryAfterSeconds(text: string, date: string, nowMs: number): number | undefined {
  if (/^\d/.test(text)) return deltaSeconds(text, nowMs);
  const at = httpDate(text);
  if (at === undefined) return undefined;
  return Math.max(0, at - (httpDate(date) ?? nowMs)) / 1000;
}

/** A date as in RFC 9110 (5.6.7), in GMT; `Date.parse` alone would also accept `May` or `-12`. */
function httpDate(text: string): number | undefined {
  const time = /^[A-Z][a-z]{2,8}, .* GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Some servers send the reset as seconds since 1970; a number from here on must mean that. */
const EPOCH_FROM_SECONDS = 1e9;

function deltaSeconds(text: string, nowMs: number): number | undefined {
  if (!/^\d{1,10}(?:\.\d+)?$/.test(text)) return undefined;
  const seconds = Number(text);
  return seconds < EPOCH_FROM_SECONDS ? seconds : Math.max(0, seconds - nowMs / 1000);
}

/** `"name";r=0;t=30` (drafts 8 and later) or `limit=10, remaining=0, reset=30` (before). */
function fieldSeconds(text: string, nowMs: number): number | undefined {
  const reset = /(?:^|[,;\s])reset=(\d+)/.exec(text)?.[1];
  if (reset !== undefined) return deltaSeconds(reset, nowMs);
  const quotas = items(text);
  const spent = quotas.filter(({ r }) => r === 0);
  return longest((spent.length > 0 ? spent : quotas).map(({ t }) => t));
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
