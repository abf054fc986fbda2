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
