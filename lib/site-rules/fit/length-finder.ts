import type { Policy, PolicyDfa } from '../../generator/index.ts';
import { countSimple, countWays } from '../../generator/policy/count.ts';
import { isDrawable, policyFault } from '../../generator/policy/policy.ts';
import { policyDfa } from '../../generator/policy/policy-dfa.ts';
import { entropyBits } from '../../generator/strength.ts';

/** How far above the requested length the search goes, in characters. */
const MAX_EXTRA_LENGTH = 32;

/** The total size of all DFAs (states × groups × lengths) of one fitting, about half a second of counting. */
const MAX_WORK = 2 ** 19;

/** A length at which the policy has passwords; undefined if there is none. */
export type Feasible = number | 'too_complex' | undefined;

/** A length with a number of passwords above 0. */
interface Counted {
  readonly length: number;
  readonly count: bigint;
}

/** Finds lengths with a bounded amount of counting over all its policies. */
export class LengthFinder {
  #work = 0;

  /**
   * The policy's length if it has passwords, otherwise the next longer one from `from` to `to`, otherwise the
   * next shorter one. If the length has passwords, but too few that a sieve admits, shorter ones come first,
   * because they have more.
   */
  find(policy: Policy, from: number, to: number): Feasible {
    const { minLength: requested } = policy;
    if (policyFault(policy)) return undefined;
    const exact = this.#lengths(policy, requested, requested);
    if (exact === 'too_complex') return exact;
    const found = this.#drawable(policy, exact);
    if (found) return found;
    const lengths = this.#lengths(policy, from, Math.min(to, requested + MAX_EXTRA_LENGTH));
    if (lengths === 'too_complex') return lengths;
    const longer = lengths.filter(({ length }) => length > requested);
    const shorter = lengths.filter(({ length }) => length < requested).reverse();
    return this.#drawable(policy, exact.length ? [...shorter, ...longer] : [...longer, ...shorter]);
  }

  /** The entropy in bits at the length that `find` gives; infinite where counting takes too long. */
  bits(policy: Policy, from: number, to: number): number {
    const length = this.find(policy, from, to);
    if (length === undefined) return 0;
    const counted = length === 'too_complex' ? length : this.#lengths(policy, length, length);
    const [found] = counted === 'too_complex' ? [] : counted;
    if (!found) return Number.POSITIVE_INFINITY;
    const dfa = policyDfa({ ...policy, minLength: found.length, maxLength: found.length });
    return entropyBits((dfa && policy.sieve?.atLeast(dfa, found.length)) ?? found.count);
  }

  /** The first length at which strings that the sieve refuses can be drawn again. */
  #drawable(policy: Policy, lengths: readonly Counted[]): Feasible {
    const { sieve } = policy;
    if (!sieve) return lengths[0]?.length;
    for (const { length, count } of lengths) {
      const dfa = policyDfa({ ...policy, minLength: length, maxLength: length });
      if (!dfa || this.#isTooMuch(sizeOf(dfa))) return 'too_complex';
      if (isDrawable(sieve.atLeast(dfa, length), count)) return length;
    }
    return undefined;
  }

  /** The lengths in a range at which there are passwords. */
  #lengths(policy: Policy, from: number, to: number): Counted[] | 'too_complex' {
    if (this.#isTooMuch(0)) return 'too_complex';
    const dfa = policyDfa({ ...policy, minLength: from, maxLength: to });
    if (!dfa) return 'too_complex';
    if (this.#isTooMuch(dfa.isSimple ? dfa.states * (to - from + 1) : sizeOf(dfa))) return 'too_complex';
    const counts = dfa.isSimple ? undefined : countWays(dfa).ofLength;
    const lengths = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return lengths
      .map((length) => ({ length, count: counts ? (counts[length] ?? 0n) : countSimple(dfa, length) }))
      .filter(({ count }) => count);
  }

  #isTooMuch(work: number): boolean {
    this.#work += work;
    return this.#work > MAX_WORK;
  }
}

const sizeOf = ({ states, groups, maxLength }: PolicyDfa) => states * groups.length * maxLength;
