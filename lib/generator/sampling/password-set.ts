import { type Failure, failure } from '../errors.ts';
import { countSimple, countWays } from '../policy/count.ts';
import { type Policy, policyFault } from '../policy/policy.ts';
import { policyDfa } from '../policy/policy-dfa.ts';
import type { Pool } from '../random.ts';
import { rejectionSampler } from './rejection-sampler.ts';
import { sequentialSampler } from './sequential-sampler.ts';
import { choiceOf, choose } from './weighted-choice.ts';

/** A set of passwords, counted and ready for drawing. */
export interface PasswordSet {
  readonly ok: true;
  /** The exact number of passwords, at least 1. */
  readonly count: bigint;
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
  const ways = isSimple ? undefined : countWays(dfa);
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
    return sampler || sequentialSampler(dfa, ways ?? countWays(dfa), length, pool);
  });
  if (minLength === maxLength) return { ok: true, count, next: samplers[maxLength] as () => string };
  const lengths = choiceOf(ofLength);
  return { ok: true, count, next: () => (samplers[choose(lengths, pool)] as () => string)() };
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
