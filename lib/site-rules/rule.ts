import type { Requirement } from '../generator/policy/policy.ts';

/**
 * What a site accepts. Sets are printable ASCII in code-point order, lengths count characters; a bound that is left
 * out says nothing. Nothing here has been checked for being possible: `fitToRule` tells.
 */
export interface SiteRule {
  /** The characters that may occur; all 95 where the site says nothing. */
  readonly allowed: string;
  /** Of each set at least `min` characters must occur. An empty set cannot be met. */
  readonly required: readonly Requirement[];
  /** From 1, without an upper end: a site may ask for more than there can be. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  /** How often a character may stand in a row, from 1 (never twice). */
  readonly maxConsecutive?: number | undefined;
  /** Characters that cannot come first, or last. */
  readonly notFirst?: string | undefined;
  readonly notLast?: string | undefined;
  /** What no other field says, as a machine that reads the password along with the policy's own. */
  readonly patternDfa?: PatternDfa | undefined;
}

/** A finite machine that reads printable ASCII and accepts some strings. State 0 is the start. */
export interface PatternDfa {
  /** The kind of each of the 95 printable characters: characters of a kind always lead to the same state. */
  readonly kinds: readonly number[];
  /** The state after a character, by state and kind. */
  readonly next: readonly (readonly number[])[];
  readonly accepting: readonly boolean[];
}

/** Why a part of a rules text says nothing: `at` is where it stands, counted in UTF-16 units. */
export interface RulesError {
  readonly code:
    | 'unknown_name'
    | 'no_colon'
    | 'no_value'
    | 'unknown_class'
    | 'unclosed_class'
    | 'not_a_number'
    /** Something follows where a rule should have ended: the text says nothing at all, as in the public parser. */
    | 'stray_text';
  readonly at: number;
}

/** What a rules text says, and what of it could not be read. */
export interface ParsedRules extends SiteRule {
  /** The first 20 at most; never a reason to stop. */
  readonly errors: readonly RulesError[];
}

/**
 * Where a rule comes from, the most trusted first: what the browser itself enforces (`length`: minlength and maxlength;
 * `pattern`), what the person keeps for the site (`own`), the `passwordrules` attribute, what the site said after a
 * refusal (`learnt`), the public list, and the sentences near the field (`text`).
 */
export const SOURCES = ['length', 'pattern', 'own', 'passwordRules', 'learnt', 'list', 'text'] as const;

export type Source = (typeof SOURCES)[number];

/** One thing that a site asks for. */
export type Bound =
  /** Lengths in characters; how often a character may stand in a row. */
  | { readonly code: 'min_length' | 'max_length' | 'max_consecutive'; readonly value: number }
  /** The only characters that may occur; those that cannot come first, or last. */
  | { readonly code: 'allowed' | 'not_first' | 'not_last'; readonly characters: string }
  /** Of these characters at least `min` must occur. */
  | { readonly code: 'required'; readonly characters: string; readonly min: number }
  /** The part of a pattern that no other bound expresses. */
  | { readonly code: 'pattern' };

/** A bound and who asked for it. */
export type Reason = Bound & { readonly by: Source };
