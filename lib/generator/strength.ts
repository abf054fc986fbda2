/** Strength in words, weakest first. */
export type Strength = 'very_weak' | 'weak' | 'fair' | 'strong' | 'very_strong';

/**
 * From how many bits each word holds. Under 30 bits a throttled online guesser gets there; under 50 one machine
 * against a slow hash does; 70 is the least to advise, 100 is out of reach of any known attacker.
 */
export const STRENGTH_FROM_BITS: readonly (readonly [number, Strength])[] = [
  [100, 'very_strong'],
  [70, 'strong'],
  [50, 'fair'],
  [30, 'weak'],
];

/** The word for an entropy in bits. */
export function strengthOf(bits: number): Strength {
  return STRENGTH_FROM_BITS.find(([from]) => bits >= from)?.[1] ?? 'very_weak';
}

/**
 * Guesses per second of three attackers. Source: the crack-time scenarios of zxcvbn (D. L. Wheeler, "zxcvbn:
 * low-budget password strength estimation", USENIX Security 2016), which remarks that fast hashes range from 10^9
 * to 10^12 a second by the number of machines.
 */
export const GUESSES_PER_SECOND = {
  /** At the site's own login, which allows 100 tries an hour. */
  online: 100 / 3600,
  /** On stolen hashes of a slow function (bcrypt, scrypt, PBKDF2). */
  slowHash: 1e4,
  /** On stolen hashes of a fast function (MD5, SHA-1, SHA-256). */
  fastHash: 1e10,
} as const;

/** Seconds that an attacker needs on average, which is for half of the 2^bits passwords; finite up to 1000 bits. */
export function secondsToGuess(bits: number, attacker: keyof typeof GUESSES_PER_SECOND): number {
  return 2 ** (bits - 1) / GUESSES_PER_SECOND[attacker];
}

/** log2 of `count` in bits, to one decimal. Exact to the last shown digit at any size; `count` is at least 1. */
export function entropyBits(count: bigint): number {
  // A double holds 53 bits: shift the rest away and add it again, so that no count overflows.
  const shift = Math.max(0, count.toString(2).length - 53);
  const bits = shift + Math.log2(Number(count >> BigInt(shift)));
  return Math.round(bits * 10) / 10;
}
