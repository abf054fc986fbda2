import type { Group, PolicyDfa } from '../../generator/index.ts';

/** Letters of which a few cannot stand at a position, whatever stands before it. */
export interface Ban {
  readonly letters: string;
  /** The most of them that are banned at a position, from 0. */
  most(at: number): number;
}

/** The letters of a ban in each group of a DFA, and how many are banned at one position. */
interface BanAt {
  readonly sizes: readonly number[];
  readonly most: number;
}

/**
 * A lower bound of the strings of a length that a DFA accepts without any banned letter. From the last
 * position back, it takes the endings of all letters, less those of the banned letters as if they were the
 * ones with the most endings.
 */
export function leastCount(dfa: PolicyDfa, length: number, bans: readonly Ban[]): bigint {
  const sizes = bans.map(({ letters }) => dfa.groups.map((group) => sizeWithin(group, letters)));
  let endings = Array.from({ length: dfa.states }, (_, state) => BigInt(state < dfa.accepting));
  for (let at = length - 1; at >= 0; at--) {
    const groups = dfa.groups.filter(({ first, last }) => (at > 0 || first) && (at < length - 1 || last));
    const here = bans.map((ban, i) => ({ sizes: sizes[i] as number[], most: ban.most(at) }));
    const bansHere = here.filter(({ most }) => most > 0);
    endings = endings.map((_, state) => leastAt(state, groups, endings, bansHere));
  }
  return endings[dfa.states - 1] as bigint;
}

const sizeWithin = ({ letters }: Group, set: string) =>
  letters.filter((letter) => set.includes(letter)).length;

function leastAt(
  state: number,
  groups: readonly Group[],
  endings: readonly bigint[],
  bans: readonly BanAt[],
): bigint {
  const after = groups.map(({ index, size, next }) => ({
    index,
    size,
    ways: endings[next[state] as number] as bigint,
  }));
  let least = after.reduce((sum, { size, ways }) => sum + size * ways, 0n);
  if (!bans.length || !least) return least;
  after.sort((a, b) => (a.ways < b.ways ? 1 : a.ways > b.ways ? -1 : 0));
  for (const { sizes, most } of bans) {
    let left = most;
    for (const { index, ways } of after) {
      const banned = Math.min(left, sizes[index] as number);
      if (banned) least -= BigInt(banned) * ways;
      left -= banned;
      if (!left) break;
    }
  }
  return least > 0n ? least : 0n;
}
