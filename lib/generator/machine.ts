import type { Policy } from './policy.ts';

/** Characters that the policy treats alike. */
export interface Group {
  readonly index: number;
  readonly letters: readonly string[];
  /** The number of letters. */
  readonly size: bigint;
  /** Whether they can come first, or last. */
  readonly first: boolean;
  readonly last: boolean;
  /** The state after one of them, by the state before. */
  readonly next: readonly number[];
  /** The state after one more of them than may stand in a row. */
  readonly far: readonly number[];
}

/**
 * A policy made ready for counting and drawing: a machine that reads a password one character at a time. Its
 * state is how many characters of each required set are still needed, as one number in mixed radix: `states - 1`
 * at the start, 0 when nothing is needed any more.
 */
export interface Machine {
  readonly groups: readonly Group[];
  readonly states: number;
  readonly minLength: number;
  readonly maxLength: number;
  /** How often a character may stand in a row; `maxLength` where that says nothing. */
  readonly maxRun: number;
}

/** Machines (states × groups × lengths) above this take about a second or a hundred megabytes, and are refused. */
const MAX_SIZE = 2 ** 20;

/** Builds the machine, unless it would be too large to count with. */
export function machineOf(policy: Policy): Machine | undefined {
  const { alphabet, required, minLength, maxLength, maxConsecutive = maxLength } = policy;
  const sets = [policy.notFirst, policy.notLast, ...required.map(({ characters }) => characters)];
  const asked = sets.map((set) => new Set(set));
  // Letters are sorted by the sets that hold them, written as signs.
  const sorted: { [signs: string]: string[] } = {};
  for (const letter of new Set(alphabet)) {
    const signs = asked.map((set) => (set.has(letter) ? '+' : '-')).join('');
    sorted[signs] ??= [];
    sorted[signs].push(letter);
  }
  const kinds = Object.entries(sorted);
  const states = required.reduce((product, { min }) => product * (min + 1), 1);
  if (states * kinds.length * maxLength > MAX_SIZE) return undefined;
  const maxRun = Math.min(maxConsecutive, maxLength);
  const groups = kinds.map(([signs, letters], index) => ({
    index,
    letters,
    size: BigInt(letters.length),
    first: signs[0] === '-',
    last: signs[1] === '-',
    next: lowered(states, required, signs, 1),
    far: lowered(states, required, signs, maxRun + 1),
  }));
  return { groups, states, minLength, maxLength, maxRun };
}

/** For every state the one after `count` letters that count for the sets with a plus: digits go down, but not below 0. */
function lowered(states: number, required: Policy['required'], signs: string, count: number): number[] {
  return Array.from({ length: states }, (_, state) => {
    let after = state;
    let stride = 1;
    for (const [i, { min }] of required.entries()) {
      // The first two signs are for the ends.
      if (signs[i + 2] === '+') after -= Math.min(Math.floor(state / stride) % (min + 1), count) * stride;
      stride *= min + 1;
    }
    return after;
  });
}
