import type { Prepared } from './prepare.ts';
import { type Body, readBody } from './read-body.ts';
import { type CallFailure, failure } from './result.ts';
import type { TimeLimit } from './time-limit.ts';

/** The part of the standard `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The options of every request. A redirect is an error, because browsers forward the key to the other origin.
 */
const INIT: RequestInit = {
  method: 'GET',
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
};

/** A response with any status. */
export interface ReceivedResponse {
  readonly ok: true;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Sends one request and reads the whole response, or finds out why there is none. */
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
    // The error is not read, because browsers give only a generic text, and each its own.
    return endedFailure(limit) ?? (await findBlockedCause(request, limit, fetch, online));
  }
}

/** The failure for a time limit that ended before the call did. */
export function endedFailure(limit: TimeLimit): CallFailure | undefined {
  const ended = limit.ended();
  return ended && failure(ended);
}

/**
 * Requests the same address once more, without key and query, only to see whether it redirects. Nothing else
 * can be told apart, because a failed certificate, name or CORS check looks the same to an extension.
 */
async function findBlockedCause(
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
    // On this computer over http, neither a name, a certificate nor the network can be the cause.
    return failure('blocked', { cause: loopback && url.startsWith('http:') ? 'no_server' : 'no_answer' });
  }
}

/** Browsers report a redirect that they did not follow by the type; Node reports its status. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}
