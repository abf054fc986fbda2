import type { Context, MiddlewareHandler } from 'hono';
import { attemptKey } from './addresses.ts';
import { type KeyRing, type Refusal, UNPARSABLE } from './key-ring.ts';
import type { Scope } from './keys.ts';
import { type LimitState, type Limits, WINDOW_S } from './limits/limits.ts';
import { lacksScope, rateLimited, STORE_DOWN, UNAUTHORIZED, WRONG_ADDRESS } from './problems.ts';
import { type Problem, replyProblem } from './reply.ts';
import type { AppContext, AppEnv } from './visit.ts';

/** The header that carries the key. */
const KEY_HEADER = 'x-api-key';

/** The unauthorised attempts a minute that an address has. */
const MAX_ATTEMPTS = 20;

/** An attempt without a good key. The key itself is not in it. */
export interface Attempt {
  readonly address: string;
  /** The id of the key, or `unparsable`. */
  readonly id: string;
  readonly reason: Refusal | 'too_many_attempts' | 'scope' | 'address';
}

/** What the guard works with. */
export interface GuardTools {
  readonly keys: KeyRing;
  readonly limits: Limits;
  readonly now: () => number;
  /** A header of the request; injected, because those of the platform cost more than a password. */
  readonly headerOf: (c: Context, name: string) => string | undefined;
  /** Called for each attempt that was refused. */
  readonly onRefused: (c: Context, attempt: Attempt) => void;
}

/** Lets only requests with a good key of a scope through, within the limit of the key. */
export type RequireApiKey = (scope: Scope) => MiddlewareHandler<AppEnv>;

/** Builds `requireApiKey`, which guards routes of any Hono app whose requests have a visit. */
export function createGuard(tools: GuardTools): RequireApiKey {
  return (scope) => async (c, next) => {
    const problem = await authorize(c, scope, tools);
    if (problem) return replyProblem(c, problem);
    await next();
    return undefined;
  };
}

/** Finds the key of a request and counts it; the problem if it may not pass. */
export async function authorize(
  c: AppContext,
  scope: Scope,
  tools: GuardTools,
): Promise<Problem | undefined> {
  const visit = c.get('visit');
  const given = tools.headerOf(c, KEY_HEADER);
  const recalled = given === undefined ? undefined : tools.keys.recall(given);
  if (recalled) visit.key = recalled;
  else {
    const problem = await identify(c, given, tools);
    if (problem) return problem;
  }
  const { key } = visit;
  if (!key) return UNAUTHORIZED;
  const state = await tools.limits.take(`key:${key.id}`, key.limitPerMinute);
  visit.limitHeaders = limitHeaders(state, tools.now());
  if (state.isExceeded) return rateLimited(secondsOf(state));
  if (!key.isAllowedFrom(visit.address)) return refuse(c, tools, key.id, 'address', WRONG_ADDRESS);
  return key.scopes.has(scope) ? undefined : refuse(c, tools, key.id, 'scope', lacksScope(scope));
}

/**
 * Checks a key that is not remembered. The attempt is counted before the store is asked, and given back if
 * the key is good. Keys that were good before are not counted, so that a wrong client behind a shared
 * address locks nobody out.
 */
async function identify(c: AppContext, given: string | undefined, tools: GuardTools) {
  const { keys, limits } = tools;
  const visit = c.get('visit');
  const counted = `attempt:${attemptKey(visit.address)}`;
  const isCounted = given === undefined || !keys.wasGood(given);
  const state = isCounted ? await limits.take(counted, MAX_ATTEMPTS) : undefined;
  if (state?.isExceeded)
    return refuse(c, tools, UNPARSABLE, 'too_many_attempts', rateLimited(secondsOf(state)));
  const checked = await keys.check(given);
  if (checked.is === 'refused') return refuse(c, tools, checked.id, checked.reason, UNAUTHORIZED);
  if (state) await limits.giveBack(counted, MAX_ATTEMPTS);
  if (checked.is === 'unavailable') return STORE_DOWN;
  visit.key = checked.key;
  return undefined;
}

function refuse(
  c: AppContext,
  tools: GuardTools,
  id: string,
  reason: Attempt['reason'],
  problem: Problem,
): Problem {
  tools.onRefused(c, { address: c.get('visit').address, id, reason });
  return problem;
}

const secondsOf = ({ resetMs }: LimitState) => Math.max(1, Math.ceil(resetMs / 1000));

/** The current draft of the IETF (`RateLimit`, `RateLimit-Policy`) and the usual headers before it. */
function limitHeaders(state: LimitState, nowMs: number): Record<string, string> {
  const { limit, remaining, resetMs } = state;
  return {
    ratelimit: `"minute";r=${remaining};t=${secondsOf(state)}`,
    'ratelimit-policy': `"minute";q=${limit};w=${WINDOW_S}`,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.ceil((nowMs + resetMs) / 1000)),
  };
}
