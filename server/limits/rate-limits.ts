import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { type LimitState, type Limits, WINDOW_S } from './limits.ts';

/** How long Redis may take for an answer before this process counts alone. */
const REDIS_MS = 200;

/** Limits that this process counts alone. */
export function memoryLimits(): Limits {
  return limitsBy(
    (points) => new RateLimiterMemory({ points, duration: WINDOW_S }),
    async () => {},
  );
}

/**
 * Limits that all processes with the same Redis count together. While Redis does not answer, each counts
 * alone. `onError` hears of that, at most once in 10 seconds.
 */
export function redisLimits(url: string, onError: (error: Error) => void, now: () => number): Limits {
  const client = new Redis(url, {
    commandTimeout: REDIS_MS,
    connectTimeout: 2000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(100 * times, 1000),
  });
  let lastErrorAt = -Infinity;
  client.on('error', (error: Error) => {
    if (now() - lastErrorAt < 10_000) return;
    lastErrorAt = now();
    onError(error);
  });
  const limiter = (points: number) =>
    new RateLimiterRedis({
      storeClient: client,
      keyPrefix: 'passmint',
      points,
      duration: WINDOW_S,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: 'passmint', points, duration: WINDOW_S }),
    });
  return limitsBy(limiter, async () => client.disconnect());
}

/** One limiter for each limit that keys have, because a limiter has one number of points. */
function limitsBy(create: (points: number) => RateLimiterAbstract, close: () => Promise<void>): Limits {
  const limiters = new Map<number, RateLimiterAbstract>();
  const limiterOf = (points: number) => {
    const limiter = limiters.get(points) ?? create(points);
    limiters.set(points, limiter);
    return limiter;
  };
  return {
    take: (name, limit) =>
      limiterOf(limit)
        .consume(name)
        .then(
          (result) => stateOf(result, limit, false),
          (error: unknown) => {
            if (error instanceof RateLimiterRes) return stateOf(error, limit, true);
            throw error;
          },
        ),
    async giveBack(name, limit) {
      await limiterOf(limit).reward(name);
    },
    close,
  };
}

function stateOf(result: RateLimiterRes, limit: number, isExceeded: boolean): LimitState {
  return { isExceeded, limit, remaining: result.remainingPoints, resetMs: Math.max(0, result.msBeforeNext) };
}
