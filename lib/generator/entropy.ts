/** log2 of `count` in bits, to one decimal. Exact to the last shown digit at any size; `count` is at least 1. */
export function entropyBits(count: bigint): number {
  // A double holds 53 bits: shift the rest away and add it again, so that no count overflows.
  const shift = Math.max(0, count.toString(2).length - 53);
  const bits = shift + Math.log2(Number(count >> BigInt(shift)));
  return Math.round(bits * 10) / 10;
}
