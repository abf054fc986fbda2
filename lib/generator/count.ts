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

  const far = groups.map((group) => farStates(group, maxRun + 1));
  for (let rest = 1; rest <= maxLength; rest++) {
    const past = rest - maxRun - 1;
    const begun = started[past];
    const rows = groups.map((group, index) =>
      group.next.map((state, from) => {
        const ways = after(rest - 1, state, group);
        if (!begun) return ways;
        const there = (far[index] as number[])[from] as number;
        return ways - after(past, there, group) + ((begun[index] as bigint[])[there] as bigint);
      }),
    );
    started.push(rows);
    free.push(Array.from({ length: states }, (_, state) => weigh(groups, rows, state)));
    const whole = groups.filter(({ first }) => first && rest >= minLength);
    ofLength.push(weigh(whole, rows, states - 1));
  }
  const starting: Ways['starting'] = (rest, state, { index }) => started[rest]?.[index]?.[state] as bigint;
  return { ofLength, after, starting };
}

/** F from R: the endings that begin with any letter of the groups. */
function weigh(groups: readonly Group[], rows: readonly (readonly bigint[])[], state: number): bigint {
  let sum = 0n;
  for (const { size, index } of groups) sum += size * ((rows[index] as readonly bigint[])[state] as bigint);
  return sum;
}

/** The states after `count` letters of the group. */
function farStates({ next }: Group, count: number): number[] {
  let states = [...next];
  for (let i = 1; i < count; i++) states = states.map((state) => next[state] as number);
  return states;
}
