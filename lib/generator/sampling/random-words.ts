import type { Pool } from '../random.ts';

/**
 * The whole part of word × size / 2^32, for sizes up to 2^21. It is exact, because the product fits into the
 * 53 bits of a double. The fraction, times 2^32, is `Math.imul(word, size)`. It is as good as a new random
 * word unless the last fraction is one of the few that would favour some results.
 */
export function multiplyHigh(word: number, size: number): number {
  return ((word >>> 0) * size * 2 ** -32) | 0;
}

/** Takes `count` words and gives the index of the first. Refills the pool if it does not hold as many. */
export function takeWords(pool: Pool, count: number): number {
  let at = (pool.at + 3) >>> 2;
  if (at + count > pool.words.length) {
    pool.refill();
    at = 0;
  }
  pool.at = (at + count) << 2;
  return at;
}

/** Takes one word and wipes it. */
export function takeWord(pool: Pool): number {
  const at = takeWords(pool, 1);
  const word = pool.words[at] as number;
  pool.words[at] = 0;
  return word;
}
