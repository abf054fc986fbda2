import { brokenSource, MAX_DRAWS, type Pool } from '../random.ts';

/** A choice between weighted options, prepared for drawing. */
export interface Choice {
  /** The cumulative weights. Option `i` reaches from `ends[i - 1]` to `ends[i]`. */
  readonly ends: readonly bigint[];
  /** `ends` in 256ths of the total, rounded down, plus a half where that is inexact. */
  readonly limits: readonly number[];
  /** The option with all the weight, or -1. */
  readonly certain: number;
}

/** Prepares a choice. The weights are counts from 0, and at least one is positive. */
export function choiceOf(weights: readonly bigint[]): Choice {
  let sum = 0n;
  const ends = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  const limits = ends.map((end) => {
    const limit = (end << 8n) / sum;
    return Number(limit) + (limit * sum === end << 8n ? 0 : 0.5);
  });
  return { ends, limits, certain: weights.indexOf(sum) };
}

/**
 * Draws the index of an option with a probability of exactly its weight over the sum. One random byte decides
 * unless an option ends within its 256th; then further bytes decide. It takes no byte if only one option is
 * possible.
 */
export function choose({ ends, limits, certain }: Choice, pool: Pool): number {
  if (certain >= 0) return certain;
  const byte = pool.byte();
  const option = limits.findIndex((limit) => byte < limit);
  return byte + 1 <= (limits[option] as number) ? option : extend(ends, BigInt(byte), pool);
}

/** Adds bytes to the random number, a binary fraction, until it lies within one option. */
function extend(ends: readonly bigint[], known: bigint, pool: Pool): number {
  const sum = ends.at(-1) as bigint;
  let value = known;
  for (let bits = 16n; bits < MAX_DRAWS; bits += 8n) {
    value = (value << 8n) | BigInt(pool.byte());
    const option = ends.findIndex((end) => value * sum < end << bits);
    if ((value + 1n) * sum <= (ends[option] as bigint) << bits) return option;
  }
  throw brokenSource();
}
