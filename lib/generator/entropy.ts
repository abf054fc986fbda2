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

/** log2 of `count` in bits, to one decimal. Exact to the last shown digit at any size; `count` is at least 1. */
export function entropyBits(count: bigint): number {
  // A double holds 53 bits: shift the rest away and add it again, so that no count overflows.
  const shift = Math.max(0, count.toString(2).length - 53);
  const bits = shift + Math.log2(Number(count >> BigInt(shift)));
  return Math.round(bits * 10) / 10;
}

/** The word for an entropy in bits. */
export function strengthOf(bits: number): Strength {
  return STRENGTH_FROM_BITS.find(([from]) => bits >= from)?.[1] ?? 'very_weak';
}
