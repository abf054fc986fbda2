import { countSimple, countWays } from '../../generator/policy/count.ts';
import type { PolicyDfa } from '../../generator/policy/dfa.ts';
import { type Policy, policyFault } from '../../generator/policy/policy.ts';
import { policyDfa } from '../../generator/policy/policy-dfa.ts';

/** How far above the wished length another one is looked for, in characters. */
const REACH = 32;

/** Machine sizes (states × groups × lengths) that one fitting may count with: about half a second. */
const MAX_WORK = 2 ** 19;

/** A length at which the policy has passwords; nothing where there is none. */
export type Feasible = number | 'too_complex' | undefined;

/** Finds lengths with a bounded amount of counting, over all policies that it is asked about. */
export class LengthFinder {
  #work = 0;

  /**
   * The policy's own length if it has passwords, else the next longer one that has, else the next shorter one, within
   * `from` to `to`.
   */
  find(policy: Policy, from: number, to: number): Feasible {
    const { minLength: wished } = policy;
    if (policyFault(policy)) return undefined;
    const exact = this.#lengths(policy, wished, wished);
    if (exact === 'too_complex') return exact;
    if (exact.length) return wished;
    const lengths = this.#lengths(policy, from, Math.min(to, wished + REACH));
    if (lengths === 'too_complex') return lengths;
    return lengths.find((length) => length > wished) ?? lengths.at(-1);
  }

  /** The lengths in a range at which there are passwords. */
  #lengths(policy: Policy, from: number, to: number): number[] | 'too_complex' {
    const machine = policyDfa({ ...policy, minLength: from, maxLength: to });
    if (!machine) return 'too_complex';
    this.#work += machine.isSimple ? machine.states * (to - from + 1) : sizeOf(machine);
    if (this.#work > MAX_WORK) return 'too_complex';
    const counts = machine.isSimple ? undefined : countWays(machine).ofLength;
    const lengths = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return lengths.filter((length) => (counts ? counts[length] : countSimple(machine, length)));
  }
}

const sizeOf = ({ states, groups, maxLength }: PolicyDfa) => states * groups.length * maxLength;
