import { below, poolFor, type RandomSource, systemRandom } from '../generator/random.ts';
import { type PasswordCall, type Prepared, prepare } from './prepare.ts';
import { readResponse } from './read-response.ts';
import { type CallFailure, type CallResult, type CallSuccess, failure } from './result.ts';
import { endedFailure, type Fetch, send } from './send.ts';
import { startTimeLimit, systemWait, type TimeLimit, type Wait } from './time-limit.ts';

/** What a call needs of the world. */
export interface ApiTools {
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For the jitter of the retry; the system's if left out. */
  readonly random?: RandomSource;
  readonly wait?: Wait;
  /** Over everything: headers, bodies, the retry and its pause. */
  readonly timeLimitMs?: number;
  /** Cancels the call. */
  readonly signal?: AbortSignal;
  /** Whether the machine has a network, as far as it knows. */
  readonly online?: () => boolean;
}

export const DEFAULT_TIME_LIMIT_MS = 5000;

/** How often a password that lacks something by chance is asked for anew. */
const DEFAULT_REDRAWS = 2;

/** The pause before the retry, in milliseconds: this and up to that much more, so that clients do not return in step. */
const PAUSE_MS = 150;
const JITTER_MS = 350;

/**
 * Asks a server for a password and checks it. Whatever goes wrong is a typed result; nothing of a password that was
 * refused, and nothing of the key, is in it. Throws only for bugs.
 */
export async function callPasswordApi(call: PasswordCall, tools: ApiTools): Promise<CallResult> {
  const startedMs = tools.now();
  let requests = 0;
  // Called bare: browsers refuse a `fetch` that is called as a method of another object.
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
 * One request, and others where they help: one more after a server fault, and a few more while a class is missing,
 * or the site is not satisfied, by chance. To draw again until all is there favours no password, so it costs no strength.
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
    const outcome = await ask(call, request, limit, tools);
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

async function ask(call: PasswordCall, request: Prepared, limit: TimeLimit, tools: ApiTools) {
  const answer = await send(request, limit, tools.fetch, tools.online ?? (() => true));
  return answer.ok ? readResponse(answer, call, limit, tools.now()) : answer;
}

/** Waits before the retry, and says whether there is still time for it. A server's own wish is kept to. */
async function pause({ error }: CallFailure, limit: TimeLimit, tools: ApiTools): Promise<boolean> {
  const { wait = systemWait, random = systemRandom, now } = tools;
  const jitteredMs = PAUSE_MS + below(JITTER_MS, poolFor(random));
  const pauseMs = Math.max(jitteredMs, (error.retryAtMs ?? 0) - now());
  if (now() + pauseMs >= limit.endsAtMs) return false;
  await wait(pauseMs, limit.signal);
  return limit.ended() === undefined;
}
