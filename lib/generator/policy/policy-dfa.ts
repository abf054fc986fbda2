import type { PolicyDfa } from './dfa.ts';
import type { Policy } from './policy.ts';

/**
 * Larger DFAs (states × groups × lengths) are refused, because they take about a second or a hundred
 * megabytes.
 */
const MAX_SIZE = 2 ** 20;
/** The states of eight sets, whose bits fit into a word beside the codes of two characters. */
const MAX_SIMPLE = 2 ** 8;

/** Builds the DFA of a policy, unless it would be too large to count with. */
export function policyDfa(policy: Policy): PolicyDfa | undefined {
  const { alphabet, minLength, maxLength, maxConsecutive = maxLength } = policy;
  const required = policy.required.filter(({ min }) => min > 0);
  const states = required.reduce((product, { min }) => product * (min + 1), 1);
  if (states * maxLength > MAX_SIZE) return undefined; // so there are 20 required sets at most
  const sets = [...required.map(({ characters }) => characters), policy.notFirst, policy.notLast];
  const characterGroups = [...groupBySets(alphabet, sets)];
  if (states * characterGroups.length * maxLength > MAX_SIZE) return undefined;
  const maxRun = Math.min(maxConsecutive, maxLength);
  const groups = characterGroups.map(([bits, letters], index) => {
    const next = statesAfter(states, required, bits, 1);
    return {
      index,
      letters,
      size: BigInt(letters.length),
      first: !has(bits, required.length),
      last: !has(bits, required.length + 1),
      next,
      nextAfterRun: maxRun < maxLength ? statesAfter(states, required, bits, maxRun + 1) : next,
    };
  });
  const once = required.every(({ min }) => min === 1) && groups.every(({ first, last }) => first && last);
  const isSimple = once && states <= MAX_SIMPLE && maxRun === maxLength;
  const dfa = { groups, states, accepting: 1, minLength, maxLength, maxRun, isSimple };
  return policy.refine ? policy.refine(dfa) : dfa;
}

/** Groups letters by the sets that hold them, as one bit for each set. */
function groupBySets(alphabet: string, sets: readonly (string | undefined)[]): Map<number, string[]> {
  const lookups = sets.map((set) => new Set(set));
  const groups = new Map<number, string[]>();
  for (const letter of new Set(alphabet)) {
    let bits = 0;
    for (let i = 0; i < lookups.length; i++) if (lookups[i]?.has(letter)) bits |= 1 << i;
    const group = groups.get(bits);
    if (group) group.push(letter);
    else groups.set(bits, [letter]);
  }
  return groups;
}

const has = (bits: number, set: number): boolean => ((bits >> set) & 1) === 1;

/** For every state, the state after `count` letters of these sets. Each digit falls, but not below 0. */
function statesAfter(states: number, required: Policy['required'], bits: number, count: number): number[] {
  const after = Array.from({ length: states }, (_, state) => state);
  let stride = 1;
  required.forEach(({ min }, i) => {
    const radix = min + 1;
    for (let state = 0; has(bits, i) && state < states; state++) {
      (after[state] as number) -= Math.min(Math.floor(state / stride) % radix, count) * stride;
    }
    stride *= radix;
  });
  return after;
}
