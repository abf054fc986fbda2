/** A group of characters that the policy treats alike. */
export interface Group {
  readonly index: number;
  readonly letters: readonly string[];
  /** The number of letters. */
  readonly size: bigint;
  /** Whether they may be the first character. */
  readonly first: boolean;
  /** Whether they may be the last character. */
  readonly last: boolean;
  /** The state after one of them, by the previous state. */
  readonly next: readonly number[];
  /** The state after a run that is one longer than the limit. Meaningless if there is no limit. */
  readonly nextAfterRun: readonly number[];
}

/**
 * The deterministic finite automaton of a policy, for counting and drawing. It reads a password one character
 * at a time. Its state is the number of characters of each required set that are still missing, as one number
 * in mixed radix. That is `states - 1` at the start and 0 once nothing is missing. A refined DFA has further
 * states in between.
 */
export interface PolicyDfa {
  readonly groups: readonly Group[];
  readonly states: number;
  /** A password is complete in the states below this number. */
  readonly accepting: number;
  readonly minLength: number;
  readonly maxLength: number;
  /** The longest run of one character; `maxLength` if there is no limit. */
  readonly maxRun: number;
  /**
   * Whether the policy only requires one character of each set, of at most eight sets. Then a state is a set
   * of bits, one for each set that is still missing.
   */
  readonly isSimple: boolean;
}
