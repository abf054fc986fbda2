import { below, poolFor, type RandomSource, systemRandom } from '../generator/random.ts';
import { type PasswordCall, type Prepared, prepare } from './prepare.ts';
import { readResponse } from './read-response.ts';
import { type CallFailure, type CallResult, type CallSuccess, failure } from './result.ts';
import { endedFailure, type Fetch, send } from './send.ts';
import { startTimeLimit, systemWait, type TimeLimit, type Wait } from './time-limit.ts';

/** The side effects of a call, injected so that tests and the server can replace them. */
export interface ApiTools {
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Draws the jitter of the retry; the system's randomness by default. */
  readonly random?: RandomSource;
  readonly wait?: Wait;
  /** Covers headers, bodies, the retry and its pause; 5000 by default. */
  readonly timeLimitMs?: number;
  /** Cancels the call. */
  readonly signal?: AbortSignal;
  /** Whether the browser believes that it has a network; true by default. */
  readonly online?: () => boolean;
}

const DEFAULT_TIME_LIMIT_MS = 5000;

/** How often a password that breaks the policy by chance is requested again. */
const DEFAULT_REDRAWS = 2;

/** The pause before the retry; the jitter comes on top, so that clients do not retry at the same moment. */
const PAUSE_MS = 150;
const JITTER_MS = 350;

/**
 * Requests a password from a server and verifies it. Every failure is a typed result, which contains no part
 * of a refused password or of the key. Throws only for bugs.
 */
export async function callPasswordApi(call: PasswordCall, tools: ApiTools): Promise<CallResult> {
  const startedMs = tools.now();
  let requests = 0;
  // Not called as `tools.fetch`, because browsers reject a `fetch` that is a method of another object.
  const { fetch: bareFetch } = tools;
  const fetch: Fetch = (url, init) => {
    if (init.redirect === 'error') requests++;
    return bareFetch(url, init);
  };
  const outcome = await outcomeOf(call, { ...tools, fetch });
  return { ...outcome, durationMs: tools.now() - startedMs, requests };
}

async function outcomeOf(call: PasswordCall, tools: ApiTools): Promise<CallSuccess | CallFailure> {
  const request = prepare(call);
  if (!request.ok) return request;
  const { timeLimitMs = DEFAULT_TIME_LIMIT_MS, wait = systemWait, signal } = tools;
  const limit = startTimeLimit({ ms: timeLimitMs, now: tools.now, wait, cancel: signal });
  try {
    return endedFailure(limit) ?? (await draw(call, request, limit, tools));
  } finally {
    limit.release();
  }
}

/**
 * Sends one request, and more where they help: one after a server fault, and a few while the password lacks a
 * class or breaks the site's rule by chance. Drawing again favours no password, so it costs no strength.
 */
async function draw(
  call: PasswordCall,
  request: Prepared,
  limit: TimeLimit,
  tools: ApiTools,
): Promise<CallSuccess | CallFailure> {
  let retries = 1;
  let redraws = call.redraws ?? DEFAULT_REDRAWS;
  for (;;) {
    const outcome = await sendOnce(call, request, limit, tools);
    if (limit.ended() === 'cancelled') return failure('cancelled');
    if (outcome.ok) return outcome;
    const { code, reason } = outcome.error;
    const retry = code === 'server_fault' && retries-- > 0 && (await pause(outcome, limit, tools));
    const isChance = reason === 'missing_class' || reason === 'site_rule';
    const redraw = isChance && redraws-- > 0;
    if (limit.ended() === 'cancelled') return failure('cancelled');
    if (!retry && !redraw) return outcome;
  }
}

async function sendOnce(call: PasswordCall, request: Prepared, limit: TimeLimit, tools: ApiTools) {
  const response = await send(request, limit, tools.fetch, tools.online ?? (() => true));
  return response.ok ? readResponse(response, call, limit, tools.now()) : response;
}

/**
 * Waits before the retry, at least as long as the server asks for; false if the time limit leaves no room.
 */
async function pause({ error }: CallFailure, limit: TimeLimit, tools: ApiTools): Promise<boolean> {
  const { wait = systemWait, random = systemRandom, now } = tools;
  const jitteredMs = PAUSE_MS + below(JITTER_MS, poolFor(random));
  const pauseMs = Math.max(jitteredMs, (error.retryAtMs ?? 0) - now());
  if (now() + pauseMs >= limit.endsAtMs) return false;
  await wait(pauseMs, limit.signal);
  return limit.ended() === undefined;
}
