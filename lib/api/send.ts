import type { Prepared } from './prepare.ts';
import { type Body, readBody } from './read-body.ts';
import { type CallFailure, failure } from './result.ts';
import type { TimeLimit } from './time-limit.ts';

/** The standard `fetch`, as much of it as is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How every request is sent. A redirect is an error, because browsers take the key along to the other origin. */
const INIT: RequestInit = {
  method: 'GET',
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
};

/** A reply with any status. */
export interface ReceivedResponse {
  readonly ok: true;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Sends one request and reads its reply to the end; a failure says why there was none. */
export async function send(
  request: Prepared,
  limit: TimeLimit,
  fetch: Fetch,
  online: () => boolean,
): Promise<ReceivedResponse | CallFailure> {
  try {
    const { headers } = request;
    const response = await fetch(request.url, { ...INIT, headers: { ...headers }, signal: limit.signal });
    const body = await readBody(response.body);
    return { ok: true, status: response.status, headers: response.headers, body };
  } catch {
    // Browsers say only that the request failed, in words that differ; so nothing is read out of the error.
    return endedFailure(limit) ?? (await whyNoReply(request, limit, fetch, online));
  }
}

/** The failure that ended the time limit, if one did. */
export function endedFailure(limit: TimeLimit): CallFailure | undefined {
  const ended = limit.ended();
  return ended && failure(ended);
}

/**
 * Asks the same address once more, without key and query, and looks at no more than whether it redirects. That is
 * the one difference that a browser lets be seen: certificates, names and CORS all look alike from here.
 */
async function whyNoReply(
  { url, loopback, headers: { accept = '' } }: Prepared,
  { signal }: TimeLimit,
  fetch: Fetch,
  online: () => boolean,
): Promise<CallFailure> {
  if (!loopback && !online()) return failure('offline');
  const bare = url.replace(/\?.*$/s, '');
  try {
    const probe = await fetch(bare, { ...INIT, redirect: 'manual', headers: { accept }, signal });
    probe.body?.cancel().catch(() => {});
    return failure('blocked', { cause: isRedirect(probe) ? 'redirect' : 'unclear' });
  } catch {
    return failure('blocked', { cause: 'no_answer' });
  }
}

/** Browsers hide the redirect they did not follow behind a type; Node shows its status. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}
