/** Fills `bytes` with random bytes. Injected everywhere, so that a test can script it. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => void;

declare const crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): unknown };

/** The system's cryptographic generator: the one place that calls it. */
export const systemRandom: RandomSource = (bytes) => {
  crypto.getRandomValues(bytes);
};

/**
 * Draws per number after which the source must be broken: each draw is refused with probability under 1/2, so
 * an honest source reaches this once in 2^256 numbers.
 */
const MAX_DRAWS = 256;

/**
 * A whole number from 0 to `bound - 1`, each equally likely: random bits are drawn anew until they are below the
 * bound, so there is no remainder and no bias. Throws only if `random` is broken (constant).
 */
export function uniformBelow(bound: bigint, random: RandomSource): bigint {
  const bits = (bound - 1n).toString(2).length;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  const topMask = 0xff >>> (bytes.length * 8 - bits);
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    random(bytes);
    const value = bytes.reduce((sum, byte, i) => (sum << 8n) | BigInt(i === 0 ? byte & topMask : byte), 0n);
    bytes.fill(0);
    if (value < bound) return value;
  }
  throw new Error('The random source does not give random bytes.');
}
