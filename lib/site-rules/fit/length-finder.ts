import type { Policy, PolicyDfa } from '../../generator/index.ts';
import { countSimple, countWays } from '../../generator/policy/count.ts';
import { policyFault } from '../../generator/policy/policy.ts';
import { policyDfa } from '../../generator/policy/policy-dfa.ts';

/** How far above the requested length the search goes, in characters. */
const MAX_EXTRA_LENGTH = 32;

/** The total size of all DFAs (states × groups × lengths) of one fitting, about half a second of counting. */
const MAX_WORK = 2 ** 19;

/** A length at which the policy has passwords; undefined if there is none. */
export type Feasible = number | 'too_complex' | undefined;

/** Finds lengths with a bounded amount of counting over all its policies. */
export class LengthFinder {
  #work = 0;

  /**
   * The policy's length if it has passwords, otherwise the next longer one from `from` to `to`, otherwise the
   * next shorter one.
   */
  find(policy: Policy, from: number, to: number): Feasible {
    const { minLength: requested } = policy;
    if (policyFault(policy)) return undefined;
    const exact = this.#lengths(policy, requested, requested);
    if (exact === 'too_complex') return exact;
    if (exact.length) return requested;
    const lengths = this.#lengths(policy, from, Math.min(to, requested + MAX_EXTRA_LENGTH));
    if (lengths === 'too_complex') return lengths;
    return lengths.find((length) => length > requested) ?? lengths.at(-1);
  }

  /** The lengths in a range at which there are passwords. */
  #lengths(policy: Policy, from: number, to: number): number[] | 'too_complex' {
    const dfa = policyDfa({ ...policy, minLength: from, maxLength: to });
    if (!dfa) return 'too_complex';
    this.#work += dfa.isSimple ? dfa.states * (to - from + 1) : sizeOf(dfa);
    if (this.#work > MAX_WORK) return 'too_complex';
    const counts = dfa.isSimple ? undefined : countWays(dfa).ofLength;
    const lengths = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return lengths.filter((length) => (counts ? counts[length] : countSimple(dfa, length)));
  }
}

const sizeOf = ({ states, groups, maxLength }: PolicyDfa) => states * groups.length * maxLength;
