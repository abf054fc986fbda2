import type { Pool } from '../random.ts';

/**
 * The whole part of word × size / 2^32, for sizes up to 2^21: the product fits into the 53 bits of a double, so it is
 * exact. The fraction, times 2^32, is `Math.imul(word, size)`: it is as good as a new random word, as long as the
 * last fraction is not one of the few that would favour some results.
 */
export function multiplyHigh(word: number, size: number): number {
  return ((word >>> 0) * size * 2 ** -32) | 0;
}

/** Moves the pool on by `count` words, refilled if it does not hold as many, and gives the place of the first. */
export function takeWords(pool: Pool, count: number): number {
  let at = (pool.at + 3) >>> 2;
  if (at + count > pool.words.length) {
    pool.refill();
    at = 0;
  }
  pool.at = (at + count) << 2;
  return at;
}

/** Takes one word. */
export function takeWord(pool: Pool): number {
  const at = takeWords(pool, 1);
  const word = pool.words[at] as number;
  pool.words[at] = 0;
  return word;
}
