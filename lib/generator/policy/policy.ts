import { type Failure, failure, rangeFault } from '../errors.ts';
import type { PolicyDfa } from './dfa.ts';

/**
 * A set of which a password holds at least `min` characters (from 0). A character counts for every set it is
 * in.
 */
export interface Requirement {
  readonly characters: string;
  readonly min: number;
}

/**
 * The conditions on every admissible password, to which options and site rules are normalized. Sets of
 * characters are texts in which each code point counts, without order or repetition. Lengths count code
 * points.
 */
export interface Policy {
  /** The characters that may occur. */
  readonly alphabet: string;
  /** The sets that must occur. Characters outside the alphabet do not count. */
  readonly required: readonly Requirement[];
  /** 1 to 1024, at most `maxLength`. Every password of the range is equally likely, so most are long. */
  readonly minLength: number;
  readonly maxLength: number;
  /** The longest run of one character, from 1 (never twice in a row). By default there is no limit. */
  readonly maxConsecutive?: number | undefined;
  /** Characters that the first one cannot be. */
  readonly notFirst?: string | undefined;
  /** Characters that the last one cannot be. */
  readonly notLast?: string | undefined;
  /** Intersects the DFA of all this with a further condition. Undefined if the result is too complex. */
  readonly refine?: ((dfa: PolicyDfa) => PolicyDfa | undefined) | undefined;
  /** Conditions that no DFA of reasonable size holds. */
  readonly sieve?: Sieve | undefined;
}

/** Conditions that are met by drawing whole strings again until one meets them. */
export interface Sieve {
  admits(password: string): boolean;
  /** A proven lower bound of the strings of a length that the DFA accepts and the sieve admits. */
  atLeast(dfa: PolicyDfa, length: number): bigint;
}

/** The strings that a sieve must admit for drawing again: one in so many, by the proven bound. */
const SIEVE_SHARE = 4096n;

/** Whether a sieve that admits at least `least` of `all` strings admits enough of them to draw again. */
export const isDrawable = (least: bigint, all: bigint): boolean => least > 0n && least * SIEVE_SHARE >= all;

/** The greatest length of a policy, in characters. */
export const LONGEST = 1024;

/** Why a policy is invalid, by the first option out of its range. */
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
