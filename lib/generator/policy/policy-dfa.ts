import type { PolicyDfa } from './dfa.ts';
import type { Policy } from './policy.ts';

/** Machines (states × groups × lengths) above this take about a second or a hundred megabytes, and are refused. */
const MAX_SIZE = 2 ** 20;
/** Eight sets have their bits in a word beside the codes of two characters. */
const MAX_SIMPLE = 2 ** 8;

/** Builds the machine, unless it would be too large to count with. */
export function policyDfa(policy: Policy): PolicyDfa | undefined {
  const { alphabet, minLength, maxLength, maxConsecutive = maxLength } = policy;
  const required = policy.required.filter(({ min }) => min > 0);
  const states = required.reduce((product, { min }) => product * (min + 1), 1);
  if (states * maxLength > MAX_SIZE) return undefined; // so there are 20 required sets at most
  const sets = [...required.map(({ characters }) => characters), policy.notFirst, policy.notLast];
  const kinds = [...sorted(alphabet, sets)];
  if (states * kinds.length * maxLength > MAX_SIZE) return undefined;
  const maxRun = Math.min(maxConsecutive, maxLength);
  const groups = kinds.map(([bits, letters], index) => {
    const next = lowered(states, required, bits, 1);
    return {
      index,
      letters,
      size: BigInt(letters.length),
      first: !has(bits, required.length),
      last: !has(bits, required.length + 1),
      next,
      nextAfterRun: maxRun < maxLength ? lowered(states, required, bits, maxRun + 1) : next,
    };
  });
  const once = required.every(({ min }) => min === 1) && groups.every(({ first, last }) => first && last);
  const isSimple = once && states <= MAX_SIMPLE && maxRun === maxLength;
  const dfa = { groups, states, accepting: 1, minLength, maxLength, maxRun, isSimple };
  return policy.refine ? policy.refine(dfa) : dfa;
}

/** Letters by the sets that hold them, a bit for each set. */
function sorted(alphabet: string, sets: readonly (string | undefined)[]): Map<number, string[]> {
  const asked = sets.map((set) => new Set(set));
  const kinds = new Map<number, string[]>();
  for (const letter of new Set(alphabet)) {
    let bits = 0;
    for (let i = 0; i < asked.length; i++) if (asked[i]?.has(letter)) bits |= 1 << i;
    const kind = kinds.get(bits);
    if (kind) kind.push(letter);
    else kinds.set(bits, [letter]);
  }
  return kinds;
}

const has = (bits: number, set: number): boolean => ((bits >> set) & 1) === 1;

/** For every state the one after `count` letters that are in these sets: digits go down, but not below 0. */
function lowered(states: number, required: Policy['required'], bits: number, count: number): number[] {
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
