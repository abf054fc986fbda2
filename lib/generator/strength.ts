/** Levels of strength, weakest first. */
export type Strength = 'very_weak' | 'weak' | 'fair' | 'strong' | 'very_strong';

/**
 * The bits at which each level begins. A throttled online attacker can reach 30 bits, one computer against a
 * slow hash can reach 50. At least 70 are advisable, and 100 are out of reach of any known attacker.
 */
const STRENGTH_FROM_BITS: readonly (readonly [number, Strength])[] = [
  [100, 'very_strong'],
  [70, 'strong'],
  [50, 'fair'],
  [30, 'weak'],
];

/** The level of an entropy in bits. */
export function strengthOf(bits: number): Strength {
  return STRENGTH_FROM_BITS.find(([from]) => bits >= from)?.[1] ?? 'very_weak';
}

/**
 * The bits below which a password is filled only after the person was asked, or with a warning. No sentence of a
 * page brings one below.
 */
export const FLOOR_BITS = 40;

/** Whether a password of this entropy in bits needs a warning, whatever caused it. */
export const isBelowFloor = (bits: number): boolean => bits < FLOOR_BITS;

/**
 * Guesses per second of three attackers, from the crack-time scenarios of zxcvbn (D. L. Wheeler, "zxcvbn:
 * low-budget password strength estimation", USENIX Security 2016). It says that fast hashes range from 10^9
 * to 10^12 guesses a second, depending on the number of machines.
 */
export const GUESSES_PER_SECOND = {
  /** At the site's login, which allows 100 attempts an hour. */
  online: 100 / 3600,
  /** On stolen hashes of a slow function (bcrypt, scrypt, PBKDF2). */
  slowHash: 1e4,
  /** On stolen hashes of a fast function (MD5, SHA-1, SHA-256). */
  fastHash: 1e10,
} as const;

/**
 * The average time to guess in seconds, that is, for half of the 2^bits passwords. Finite up to 1000 bits.
 */
export function secondsToGuess(bits: number, attacker: keyof typeof GUESSES_PER_SECOND): number {
  return 2 ** (bits - 1) / GUESSES_PER_SECOND[attacker];
}

/** log2 of `count` (from 1) in bits, to one decimal. The digits shown are exact at any size. */
export function entropyBits(count: bigint): number {
  // A double holds 53 bits, so the others are shifted away and added again. Then no count overflows.
  const shift = Math.max(0, count.toString(2).length - 53);
  const bits = shift + Math.log2(Number(count >> BigInt(shift)));
  return Math.round(bits * 10) / 10;
}
