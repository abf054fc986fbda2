import type { Policy, PolicyDfa, Sieve } from '../../generator/index.ts';
import { countSimple, countWays } from '../../generator/policy/count.ts';
import { isDrawable, policyFault } from '../../generator/policy/policy.ts';
import { policyDfa } from '../../generator/policy/policy-dfa.ts';
import { entropyBits } from '../../generator/strength.ts';
import type { Budget } from '../budget.ts';
import { possibleLengths } from './possible-lengths.ts';

/** How far above the requested length the search goes, in characters. */
const MAX_EXTRA_LENGTH = 32;

/** The largest DFA whose passwords are counted (states × groups × length), which takes a twentieth second. */
const MAX_COUNTED = 2 ** 18;

/** What building the policy and its DFA costs at least, and the part of counting that they cost. */
const BUILDING = { least: 200, part: 1 / 8 };

/** How many times as long as counting a proven lower bound takes. */
const LOWER_BOUND = 2;

/** A length at which the policy has passwords; undefined if there is none. */
export type Feasible = number | 'too_complex' | undefined;

/** Finds lengths with a bounded amount of counting over all its policies. */
export class LengthFinder {
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /**
   * The policy's length if it has passwords, otherwise the next longer one from `from` to `to`, otherwise the
   * next shorter one. If the length has passwords, but too few that a sieve admits, shorter ones come first,
   * because they have more.
   */
  find(policy: Policy, from: number, to: number): Feasible {
    const { minLength: requested, sieve } = policy;
    if (policyFault(policy)) return undefined;
    const exact = this.#dfaOf(policy, requested);
    if (!exact) return 'too_complex';
    const hasSome = possibleLengths(exact).length > 0;
    const found = hasSome && (sieve ? this.#drawable(policy, [requested]) : requested);
    if (found) return found;
    const lengths = this.#lengths(policy, from, Math.min(to, requested + MAX_EXTRA_LENGTH));
    if (!lengths) return 'too_complex';
    const longer = lengths.filter((length) => length > requested);
    const shorter = lengths.filter((length) => length < requested).reverse();
    const other = hasSome ? this.#halved(policy, shorter) : this.#drawable(policy, longer);
    return other ?? this.#drawable(policy, hasSome ? longer : shorter);
  }

  /** The entropy in bits at the length that `find` gives; infinite where counting takes too long. */
  bits(policy: Policy, from: number, to: number): number {
    const length = this.find(policy, from, to);
    const dfa = typeof length === 'number' ? this.#dfaOf(policy, length) : undefined;
    if (typeof length !== 'number' || !dfa || !this.#canCount(dfa, policy.sieve)) return Infinity;
    return entropyBits(policy.sieve?.atLeast(dfa, length) ?? countOf(dfa, length));
  }

  /** A drawable length, where those after it are drawable too. It looks at few of them. */
  #halved(policy: Policy, lengths: readonly number[]): Feasible {
    let found: Feasible;
    for (let [from, to] = [0, lengths.length]; from < to; ) {
      const middle = (from + to) >> 1;
      const length = this.#drawable(policy, lengths.slice(middle, middle + 1));
      if (typeof length === 'number') [found, to] = [length, middle];
      else from = middle + 1;
    }
    return found;
  }

  /** The first length at which strings that the sieve refuses can be drawn again. */
  #drawable(policy: Policy, lengths: readonly number[]): Feasible {
    const { sieve } = policy;
    for (const length of lengths) {
      const dfa = this.#dfaOf(policy, length);
      if (!dfa || (sieve && !this.#canCount(dfa, sieve))) return 'too_complex';
      if (!sieve || isDrawable(sieve.atLeast(dfa, length), countOf(dfa, length))) return length;
    }
    return undefined;
  }

  /** The lengths in a range at which there are passwords; undefined where finding out takes too long. */
  #lengths(policy: Policy, from: number, to: number): number[] | undefined {
    const dfa = this.#build({ ...policy, minLength: from, maxLength: to });
    return dfa && possibleLengths(dfa);
  }

  /** The DFA of one length; undefined if it is too large to count with. */
  #dfaOf(policy: Policy, length: number): PolicyDfa | undefined {
    const dfa = this.#build({ ...policy, minLength: length, maxLength: length });
    return dfa && sizeOf(dfa) <= MAX_COUNTED ? dfa : undefined;
  }

  #build(policy: Policy): PolicyDfa | undefined {
    if (!this.#budget.spend('states', BUILDING.least)) return undefined;
    const dfa = policyDfa(policy);
    // One that is too large was built in vain, too.
    const cost = dfa ? sizeOf(dfa) : MAX_COUNTED;
    return this.#budget.spend('states', cost * BUILDING.part) ? dfa : undefined;
  }

  #canCount(dfa: PolicyDfa, sieve: Sieve | undefined): boolean {
    return this.#budget.spend('states', sizeOf(dfa) * (sieve ? LOWER_BOUND : 1));
  }
}

const sizeOf = ({ states, groups, maxLength }: PolicyDfa) => states * groups.length * maxLength;

const countOf = (dfa: PolicyDfa, length: number): bigint =>
  dfa.isSimple ? countSimple(dfa, length) : (countWays(dfa).ofLength[length] as bigint);
