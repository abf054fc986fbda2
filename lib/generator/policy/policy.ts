import { type Failure, failure, rangeFault } from '../errors.ts';
import type { PolicyDfa } from './dfa.ts';

/** At least `min` characters of these, from 0. Sets may overlap: a character counts for every set that holds it. */
export interface Requirement {
  readonly characters: string;
  readonly min: number;
}

/**
 * What every admissible password obeys: the one normal form that options and site rules are turned into. Sets
 * of characters are texts: each code point counts, order and repetition do not. Lengths count code points.
 */
export interface Policy {
  /** The characters that may occur. */
  readonly alphabet: string;
  /** What must occur; characters outside the alphabet do not count. */
  readonly required: readonly Requirement[];
  /** 1 to 1024, not above `maxLength`. Within the range every password is equally likely, so most are long. */
  readonly minLength: number;
  readonly maxLength: number;
  /** How often a character may stand in a row, from 1 (never twice); left out, there is no limit. */
  readonly maxConsecutive?: number | undefined;
  /** Characters that cannot come first, or last. */
  readonly notFirst?: string | undefined;
  readonly notLast?: string | undefined;
  /** Narrows the machine of all this to the passwords that something else admits too; nothing if that is too complex. */
  readonly refine?: ((machine: PolicyDfa) => PolicyDfa | undefined) | undefined;
}

/** Longest password that a policy can ask for, in characters. */
export const LONGEST = 1024;

/** Why a policy is no policy: the first option that is not in its range. */
export function policyFault(policy: Policy): Failure | undefined {
  const { alphabet, required, minLength, maxLength, maxConsecutive = 1 } = policy;
  return (
    rangeFault('minLength', minLength, 1, LONGEST) ??
    rangeFault('maxLength', maxLength, minLength, LONGEST) ??
    rangeFault('maxConsecutive', maxConsecutive, 1) ??
    required.map(({ min }) => rangeFault('required', min, 0)).find((fault) => fault) ??
    (alphabet ? undefined : failure('no_class', 'alphabet'))
  );
}
