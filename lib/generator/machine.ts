import type { Policy, Requirement } from './policy.ts';

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
 * at the start, 0 when nothing is needed any more. A refined machine has further states in between.
 */
export interface Machine {
  readonly groups: readonly Group[];
  readonly states: number;
  /** The states in which a password is complete: those below this number. */
  readonly done: number;
  readonly minLength: number;
  readonly maxLength: number;
  /** How often a character may stand in a row; `maxLength` where that says nothing. */
  readonly maxRun: number;
  /**
   * Whether nothing is asked but one of each set, of eight at most: then a state is a set of bits, one for each that is
   * still needed.
   */
  readonly isSimple: boolean;
}

/** Machines (states × groups × lengths) above this take about a second or a hundred megabytes, and are refused. */
const MAX_SIZE = 2 ** 20;
/** Eight sets have their bits in a word beside the codes of two characters. */
const MAX_SIMPLE = 2 ** 8;

/** Builds the machine, unless it would be too large to count with. */
export function machineOf(policy: Policy): Machine | undefined {
  const { alphabet, required, minLength, maxLength, maxConsecutive = maxLength } = policy;
  const sets = [policy.notFirst, policy.notLast, ...required.map(({ characters }) => characters)];
  const asked = sets.map((set) => new Set(set));
  // Letters are sorted by the sets that hold them, written as signs.
  const sorted: { [signs: string]: string[] } = {};
  for (const letter of new Set(alphabet)) {
    let signs = '';
    for (const set of asked) signs += set.has(letter) ? '+' : '-';
    sorted[signs] ??= [];
    (sorted[signs] as string[]).push(letter);
  }
  const kinds = Object.entries(sorted);
  const states = required.reduce((product, { min }) => product * (min + 1), 1);
  if (states * kinds.length * maxLength > MAX_SIZE) return undefined;
  const maxRun = Math.min(maxConsecutive, maxLength);
  const groups = kinds.map(([signs, letters], index) => {
    return {
      index,
      letters,
      size: BigInt(letters.length),
      first: signs[0] === '-',
      last: signs[1] === '-',
      next: lowered(states, required, signs, 1),
      far: lowered(states, required, signs, maxRun + 1),
    };
  });
  const once = required.every(({ min }) => min < 2) && groups.every(({ first, last }) => first && last);
  const isSimple = once && states <= MAX_SIMPLE && maxRun === maxLength;
  const machine = { groups, states, done: 1, minLength, maxLength, maxRun, isSimple };
  return policy.refine ? policy.refine(machine) : machine;
}

/** For every state the one after `count` letters that count for the sets with a plus: digits go down, but not below 0. */
function lowered(states: number, required: Policy['required'], signs: string, count: number): number[] {
  const after = Array.from({ length: states }, (_, state) => state);
  let stride = 1;
  for (let i = 0; i < required.length; i++) {
    const radix = (required[i] as Requirement).min + 1;
    // The first two signs are for the ends.
    for (let state = 0; signs[i + 2] === '+' && state < states; state++) {
      (after[state] as number) -= Math.min(Math.floor(state / stride) % radix, count) * stride;
    }
    stride *= radix;
  }
  return after;
}
