import { type Failure, failure } from '../errors.ts';
import { countSimple, countWays } from '../policy/count.ts';
import { isDrawable, type Policy, policyFault, type Sieve } from '../policy/policy.ts';
import { policyDfa } from '../policy/policy-dfa.ts';
import { brokenSource, type Pool } from '../random.ts';
import { rejectionSampler } from './rejection-sampler.ts';
import { sequentialSampler } from './sequential-sampler.ts';
import { choiceOf, choose } from './weighted-choice.ts';

/** A set of passwords, counted and ready for drawing. */
export interface PasswordSet {
  readonly ok: true;
  /** The number of passwords, at least 1: exact, or a proven lower bound if `isAtLeast`. */
  readonly count: bigint;
  readonly isAtLeast?: true;
  /** Draws one, each equally likely. Throws only if the random source is broken. */
  next(): string;
}

/**
 * Counts a policy's passwords and prepares drawing, or names the option at fault. `leastShare` is the share
 * of admissible strings (one in so many) from which rejection is used. Tests force either sampler with it.
 */
export function passwordSet(policy: Policy, pool: Pool, leastShare = 10): PasswordSet | Failure {
  const fault = policyFault(policy);
  if (fault) return fault;
  const dfa = policyDfa(policy);
  if (!dfa) return failure('too_complex', 'required');
  const { minLength, maxLength, isSimple } = dfa;
  let ways = isSimple ? undefined : countWays(dfa);
  const ofLength =
    ways?.ofLength ??
    Array.from({ length: maxLength + 1 }, (_, i) => (i < minLength ? 0n : countSimple(dfa, i)));
  const count = ofLength.reduce((sum, passwords) => sum + passwords);
  if (!count) return unmeetable(policy, pool);
  const letters = dfa.groups.reduce((sum, { size }) => sum + size, 0n);
  // The exact count chooses the sampler: rejection if at least one string in `leastShare` is admissible.
  const samplers = ofLength.map((passwords, length) => {
    if (!passwords) return undefined;
    const isFrequent = passwords * BigInt(leastShare) >= letters ** BigInt(length);
    const sampler = isFrequent && rejectionSampler(dfa, length, pool);
    if (sampler) return sampler;
    ways ??= countWays(dfa);
    return sequentialSampler(dfa, ways, length, pool);
  });
  const lengths = choiceOf(ofLength);
  const next =
    minLength === maxLength
      ? (samplers[maxLength] as () => string)
      : () => (samplers[choose(lengths, pool)] as () => string)();
  const { sieve } = policy;
  if (!sieve) return { ok: true, count, next };
  const least = ofLength.reduce((sum, passwords, i) => sum + (passwords && sieve.atLeast(dfa, i)), 0n);
  if (!isDrawable(least, count)) return failure('unmeetable', 'sieve');
  return sieved(sieve, { ok: true, count: least, ...(least < count && { isAtLeast: true }), next });
}

/**
 * Strings drawn after which the source must be broken. A sieve admits at least one string in 4096, so an
 * honest source gets this far once in 10^55 times.
 */
const MAX_SIEVED = 2 ** 19;

/** Draws whole strings again until the sieve admits one, so each of those is equally likely. */
function sieved({ admits }: Sieve, set: PasswordSet): PasswordSet {
  return {
    ...set,
    next() {
      for (let draw = 0; draw < MAX_SIEVED; draw++) {
        const password = set.next();
        if (admits(password)) return password;
      }
      throw brokenSource();
    },
  };
}

/** Names the rule at fault by leaving out one rule after the other until there is a password. */
function unmeetable(policy: Policy, pool: Pool): Failure {
  const rule = (['notFirst', 'notLast', 'maxConsecutive'] as const).find(
    (name) => policy[name] !== undefined,
  );
  if (!rule) return failure('unmeetable', 'required');
  const without = passwordSet({ ...policy, [rule]: undefined }, pool);
  return without.ok ? failure('unmeetable', rule) : without;
}
