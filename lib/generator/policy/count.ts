import type { Group, PolicyDfa } from './dfa.ts';

/** The numbers of ways to complete a password, all exact. */
export interface Ways {
  /** The number of admissible passwords by length, 0 below `minLength`. */
  readonly ofLength: readonly bigint[];
  /** Endings of `rest` characters from `state` that begin a new run with one given letter of `group`. */
  starting(rest: number, state: number, group: Group): bigint;
  /** Endings of `rest` characters from `state`, after a run of a letter of `group` that ends here. */
  leaving(rest: number, state: number, group: Group): bigint;
}

/**
 * Counts the passwords of one length of a simple DFA by inclusion and exclusion. For every set of
 * requirements it counts the strings that meet none of them. This takes a hundredth of the time of counting
 * character by character.
 */
export function countSimple({ groups, states }: PolicyDfa, length: number): bigint {
  let count = 0n;
  for (let unmet = 0; unmet < states; unmet++) {
    const others = groups.filter(({ next }) => next[unmet] === unmet);
    let strings = others.reduce((sum, { size }) => sum + size, 0n) ** BigInt(length);
    for (let bits = unmet; bits; bits &= bits - 1) strings = -strings;
    count += strings;
  }
  return count;
}

/**
 * Counts by dynamic programming, from the last character back.
 *
 * Let F(n, s) be the endings of n characters from state s, and R(n, s, g) those that begin with one given
 * letter of group g, so that F = Σ size(g) · R. Without a limit on runs, R(n, s, g) = F(n - 1, s after g). If
 * a run has at most r letters, then after k of them (1 ≤ k ≤ r) comes one of the F - R endings that begin
 * with another letter. With z for "a letter of g", R = (z + … + z^r)(F - R), hence R = z F - z^(r+1) (F - R),
 * three terms for any r.
 */
export function countWays({ groups, states, accepting, minLength, maxLength, maxRun }: PolicyDfa): Ways {
  const free = [Array.from({ length: states }, (_, state) => BigInt(state < accepting))];
  const started = [groups.map(() => Array<bigint>(states).fill(0n))];
  const ofLength = [0n];
  const after = (rest: number, state: number, { last }: Group) =>
    rest || last ? ((free[rest] as bigint[])[state] as bigint) : 0n;
  const starting: Ways['starting'] = (rest, state, { index }) => started[rest]?.[index]?.[state] as bigint;
  const leaving: Ways['leaving'] = (rest, state, group) =>
    after(rest, state, group) - starting(rest, state, group);

  for (let rest = 1; rest <= maxLength; rest++) {
    const past = rest - maxRun - 1;
    const sums = Array<bigint>(states).fill(0n);
    const rows = groups.map((group) =>
      group.next.map((next, state) => {
        const cut = past < 0 ? 0n : leaving(past, group.nextAfterRun[state] as number, group);
        const ways = after(rest - 1, next, group) - cut;
        (sums[state] as bigint) += group.size * ways;
        return ways;
      }),
    );
    started.push(rows);
    free.push(sums);
    const first = groups.filter((group) => group.first && rest >= minLength);
    ofLength.push(first.reduce((sum, group) => sum + group.size * starting(rest, states - 1, group), 0n));
  }
  return { ofLength, starting, leaving };
}
