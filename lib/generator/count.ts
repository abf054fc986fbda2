import type { Group, Machine } from './machine.ts';

/** In how many ways a password can go on; all numbers exact. */
export interface Ways {
  /** The number of admissible passwords by length; 0 below `minLength`. */
  readonly ofLength: readonly bigint[];
  /** Endings of `rest` characters from `state`, after a letter of `group`, if the run it stands in may be left. */
  after(rest: number, state: number, group: Group): bigint;
  /** Endings of `rest` characters from `state` that begin a new run, with one given letter of `group`. */
  starting(rest: number, state: number, group: Group): bigint;
}

/**
 * Counts by dynamic programming, from the last character back.
 *
 * Let F(n, s) be the endings of n characters from state s, and R(n, s, g) those that begin with one given letter of
 * group g, so that F = Σ size(g) · R. Without a limit on runs R(n, s, g) = F(n - 1, s after g). Where a run is of r
 * letters at most, k of them (1 ≤ k ≤ r) are followed by one of the F - R endings that begin with another letter:
 * with z for "a letter of g", R = (z + … + z^r)(F - R), hence R = (z - z^(r+1)) F + z^(r+1) R, three terms for any r.
 */
export function countWays({ groups, states, minLength, maxLength, maxRun }: Machine): Ways {
  const free = [Array.from({ length: states }, (_, state) => BigInt(state === 0))];
  const started = [groups.map(() => Array<bigint>(states).fill(0n))];
  const ofLength = [0n];
  const after: Ways['after'] = (rest, state, { last }) =>
    rest || last ? ((free[rest] as bigint[])[state] as bigint) : 0n;
  const starting: Ways['starting'] = (rest, state, { index }) => started[rest]?.[index]?.[state] as bigint;

  for (let rest = 1; rest <= maxLength; rest++) {
    const past = rest - maxRun - 1;
    const sums = Array<bigint>(states).fill(0n);
    const rows: bigint[][] = [];
    let passwords = 0n;
    for (const group of groups) {
      const row: bigint[] = [];
      for (let state = 0; state < states; state++) {
        let ways = after(rest - 1, group.next[state] as number, group);
        if (past >= 0) {
          const there = group.far[state] as number;
          ways += starting(past, there, group) - after(past, there, group);
        }
        row.push(ways);
        (sums[state] as bigint) += group.size * ways;
      }
      rows.push(row);
      if (group.first && rest >= minLength) passwords += group.size * (row[states - 1] as bigint);
    }
    started.push(rows);
    free.push(sums);
    ofLength.push(passwords);
  }
  return { ofLength, after, starting };
}
