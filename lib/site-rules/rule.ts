import type { Requirement } from '../generator/index.ts';

/**
 * What a site accepts. Sets are printable ASCII in code-point order, and lengths count characters. A rule may
 * be impossible; `fitToRule` finds out.
 */
export interface SiteRule {
  /** The characters that may occur, by default all 95. */
  readonly allowed: string;
  /** The sets of which at least `min` characters must occur. An empty set cannot be met. */
  readonly required: readonly Requirement[];
  /** From 1, without an upper limit, because a site may ask for more than a policy can have. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  /** The sets of which at most `max` characters (from 0) may occur. */
  readonly limited?: readonly Limit[] | undefined;
  /** The sets of which at most `max` characters (from 1) may stand in a row, such as five letters. */
  readonly runs?: readonly Limit[] | undefined;
  /** The longest run of one character, from 1 (never twice in a row). */
  readonly maxConsecutive?: number | undefined;
  /** The sets of which each character may occur at most `max` times (from 1), wherever it stands. */
  readonly repeats?: readonly Limit[] | undefined;
  /** The longest sequence such as `abc`, `cba` or `123`, in characters, from 1 (no two neighbours). */
  readonly maxSequential?: number | undefined;
  /** Texts that may not occur, whatever their case. */
  readonly blocked?: readonly string[] | undefined;
  /** Characters that the first one cannot be. */
  readonly notFirst?: string | undefined;
  /** Characters that the last one cannot be. */
  readonly notLast?: string | undefined;
  /** The DFA of the part of a pattern that no other field expresses. */
  readonly patternDfa?: PatternDfa | undefined;
}

/** An upper limit on the characters of a set. */
export interface Limit {
  readonly characters: string;
  readonly max: number;
}

/** A deterministic finite automaton over printable ASCII. State 0 is the start. */
export interface PatternDfa {
  /**
   * The group of each of the 95 printable characters. Characters of a group always lead to the same state.
   */
  readonly characterGroups: readonly number[];
  /** The state after a character, by state and character group. */
  readonly next: readonly (readonly number[])[];
  readonly accepting: readonly boolean[];
}

/** Why a part of a rules text has no effect. `at` is its position in UTF-16 units. */
export interface RulesError {
  readonly code:
    | 'unknown_name'
    | 'no_colon'
    | 'no_value'
    | 'unknown_class'
    | 'unclosed_class'
    | 'not_a_number'
    /** Text follows where a rule should end. Then the whole text has no effect, as in the public parser. */
    | 'stray_text';
  readonly at: number;
}

/** The rule of a rules text, and the parts of it that could not be read. */
export interface ParsedRules extends SiteRule {
  /** At most the first 20. Errors don't stop the parser. */
  readonly errors: readonly RulesError[];
}

/**
 * The sources of bounds, the most trusted first. The browser itself enforces `length` (minlength and
 * maxlength) and `pattern`. Then come the person's recipe for the site (`own`), the `passwordrules`
 * attribute, the errors that the site showed after a fill (`learnt`), the public list, and the sentences near
 * the field (`text`).
 */
export const SOURCES = ['length', 'pattern', 'own', 'passwordRules', 'learnt', 'list', 'text'] as const;

/** One of the sources of bounds. */
export type Source = (typeof SOURCES)[number];

/** One requirement of a site. */
export type Bound =
  /** Lengths in characters, the longest run of one character, and the longest sequence. */
  | {
      readonly code: 'min_length' | 'max_length' | 'max_consecutive' | 'max_sequential';
      readonly value: number;
    }
  /** The only characters that may occur, and those that the first or last one cannot be. */
  | { readonly code: 'allowed' | 'not_first' | 'not_last'; readonly characters: string }
  /** The characters of which at least `min` must occur. */
  | { readonly code: 'required'; readonly characters: string; readonly min: number }
  /** The most characters of a set, in all (`limited`), in a row (`runs`), or each by itself (`repeats`). */
  | ({ readonly code: 'limited' | 'runs' | 'repeats' } & Limit)
  /** A text that may not occur, whatever its case. */
  | { readonly code: 'blocked'; readonly text: string }
  /** The part of a pattern that no other bound expresses. */
  | { readonly code: 'pattern' };

/** A bound with its source. */
export type Reason = Bound & { readonly by: Source };
