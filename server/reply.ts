import type { ErrorCode } from './replies.ts';
import type { AppContext } from './visit.ts';

type Headers = Readonly<Record<string, string>>;

/** A page of another origin can neither read, frame nor sniff an answer, and no cache keeps a password. */
export const SAFE_HEADERS: Headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Builds every answer. Plain objects as headers, because those of the platform cost more than a password. */
export function reply(
  c: AppContext,
  status: number,
  body: string | Uint8Array | ReadableStream,
  extra?: Headers,
) {
  const visit = c.get('visit');
  const headers = { ...SAFE_HEADERS, 'x-request-id': visit.id, ...visit.limitHeaders, ...extra };
  return new Response(body as BodyInit, { status, headers });
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** An answer in JSON. */
export function replyJson(c: AppContext, status: number, body: unknown, extra?: Headers): Response {
  return reply(c, status, JSON.stringify(body), { ...JSON_TYPE, ...extra });
}

/** An error, by its status and code. */
export interface Problem {
  readonly status: number;
  readonly code: ErrorCode;
  /** A sentence that says what is wrong and what to do. It repeats nothing of the request. */
  readonly error: string;
  readonly details?: { readonly field: string; readonly problem?: string };
  readonly retryAfter?: number;
  readonly headers?: Headers;
}

/** The answer of an error. */
export function replyProblem(c: AppContext, problem: Problem): Response {
  const { status, code, error, details, retryAfter, headers } = problem;
  const body = { error, code, ...(details && { details }), ...(retryAfter && { retry_after: retryAfter }) };
  return replyJson(c, status, body, { ...(retryAfter && { 'retry-after': String(retryAfter) }), ...headers });
}
