/** Characters that the policy treats alike. */
export interface Group {
  readonly index: number;
  readonly letters: readonly string[];
  /** The number of letters. */
  readonly size: bigint;
  /** Whether they can come first, or last. */
  readonly first: boolean;
  readonly last: boolean;
  /** The state after one of them, by the state before. */
  readonly next: readonly number[];
  /** The state after one more of them than may stand in a row; without a meaning where there is no limit. */
  readonly nextAfterRun: readonly number[];
}

/**
 * A policy made ready for counting and drawing: a machine that reads a password one character at a time. Its
 * state is how many characters of each required set are still needed, as one number in mixed radix: `states - 1`
 * at the start, 0 when nothing is needed any more. A refined machine has further states in between.
 */
export interface PolicyDfa {
  readonly groups: readonly Group[];
  readonly states: number;
  /** The states in which a password is complete: those below this number. */
  readonly accepting: number;
  readonly minLength: number;
  readonly maxLength: number;
  /** How often a character may stand in a row; `maxLength` where that says nothing. */
  readonly maxRun: number;
  /**
   * Whether nothing is asked but one of each set, of eight at most: then a state is a set of bits, one for each that is
   * still needed.
   */
  readonly isSimple: boolean;
}
