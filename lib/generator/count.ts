import type { Policy } from './policy.ts';

/**
 * How many ways there are to finish a password: `ways[r][m]` counts the endings of `r` characters that hold at
 * least one character of every class whose bit is set in `m`. So `ways[length][all bits]` counts all passwords.
 */
export type WaysTable = readonly (readonly bigint[])[];

/** Builds the table by dynamic programming: (length + 1) × 2^classes entries, under 1 ms at 128 characters. */
export function countWays({ length, classes }: Policy): WaysTable {
  const masks = Array.from({ length: 1 << classes.length }, (_, mask) => mask);
  const table: bigint[][] = [masks.map((mask) => (mask === 0 ? 1n : 0n))];
  for (let rest = 1; rest <= length; rest++) {
    const shorter = table[rest - 1] ?? [];
    table.push(
      masks.map((mask) =>
        classes.reduce((sum, { length: size }, i) => sum + block(shorter, mask, i, size), 0n),
      ),
    );
  }
  return table;
}

/** The endings that begin with a character of class `i`, when `mask` is still needed. */
function block(shorter: readonly bigint[], mask: number, i: number, size: number): bigint {
  return BigInt(size) * (shorter[mask & ~(1 << i)] ?? 0n);
}

/** The exact number of passwords that the policy admits. */
export function countPasswords(policy: Policy): bigint {
  return countWays(policy)[policy.length]?.at(-1) ?? 0n;
}
