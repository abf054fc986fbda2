import { CHARACTERS } from '../generator/charset.ts';
import type { Failure } from '../generator/failure.ts';
import {
  type Adjustment,
  CLASS_NAMES,
  compile,
  type GenerateResult,
  generate,
  LOOK_ALIKES,
  type PasswordOptions,
} from '../generator/index.ts';
import { PRINTABLE } from '../generator/rules/characters.ts';
import { unmetBound } from '../generator/rules/check.ts';
import { fitToRule } from '../generator/rules/fit.ts';
import type { MergedRule } from '../generator/rules/merge.ts';
import type { SiteRule } from '../generator/rules/rule.ts';
import type { SiteNotes } from './site-notes.ts';

/** A merged rule on its way to the popup: the machine of a pattern stays behind, its text goes instead. */
export interface ToldRule extends Omit<MergedRule, 'rule'> {
  readonly rule: Omit<SiteRule, 'automaton'>;
  /** The pattern whose machine belongs to the rule. */
  readonly pattern?: string;
}

/** What can travel of a merged rule; `pattern` is the text that its machine was read from. */
export function toldRule(merged: MergedRule, pattern: string | undefined): ToldRule {
  const { automaton, ...rule } = merged.rule;
  return { ...merged, rule, ...(automaton && pattern !== undefined && { pattern }) };
}

/** The rule that was told of, whole again. The reader of patterns is loaded only if there is one. */
export async function wholeRule({ pattern, ...told }: ToldRule): Promise<MergedRule> {
  if (pattern === undefined) return told;
  const { readPattern } = await import('../generator/rules/pattern.ts');
  return { ...told, rule: { ...told.rule, automaton: readPattern(pattern)?.automaton } };
}

/** Where nobody says anything about the site, or is listened to. */
export const NO_RULE: MergedRule = {
  rule: { allowed: PRINTABLE, required: [] },
  reasons: [],
  contradictions: [],
  unread: [],
};

/** Makes a password that both the options and the site's rule admit, with what was changed in the options, by source. */
export function makeWithin(options: PasswordOptions, { rule, reasons }: MergedRule): GenerateResult {
  // Without a site nothing gives way: options that cannot be met are told.
  if (reasons.length === 0) return generate({ kind: 'password', ...options });
  const fitted = fitToRule(options, rule, reasons);
  if (!fitted.ok) return fitted;
  const made = compile(fitted.policy);
  if (!made.ok) return made;
  const { entropyBits, strength } = made;
  return { ok: true, password: made.next(), entropyBits, strength, adjustments: fitted.adjustments };
}

/**
 * Options that ask a server for passwords of the same length and characters as `makeWithin` draws from. What options cannot
 * say, such as limits on repeats, is left to the check of what the server sends.
 */
export function optionsWithin(
  options: PasswordOptions,
  { rule, reasons }: MergedRule,
):
  | { readonly ok: true; readonly options: PasswordOptions; readonly adjustments: readonly Adjustment[] }
  | Failure {
  if (reasons.length === 0) return { ok: true, options, adjustments: [] };
  const fitted = fitToRule(options, rule, reasons);
  if (!fitted.ok) return fitted;
  const { alphabet, minLength: length } = fitted.policy;
  const isUsed = (character: string) => alphabet.includes(character);
  const used = CLASS_NAMES.filter((name) => [...CHARACTERS[name]].some(isUsed));
  const avoidLookAlikes = options.avoidLookAlikes && ![...LOOK_ALIKES].some(isUsed);
  const known = options.exclude + (avoidLookAlikes ? LOOK_ALIKES : '');
  const unused = used.flatMap((name) =>
    [...CHARACTERS[name]].filter((character) => !isUsed(character) && !known.includes(character)),
  );
  const classes = Object.fromEntries(CLASS_NAMES.map((name) => [name, used.includes(name)]));
  return {
    ok: true,
    adjustments: fitted.adjustments,
    options: { ...options, ...classes, length, avoidLookAlikes, exclude: options.exclude + unused.join('') },
  };
}

/**
 * What to note of a password of another kind than `password`, which is not changed for a site but for the length of a PIN:
 * that, and what the site asks for that it has not.
 */
export function notesOfKind(
  password: string,
  { rule }: MergedRule,
  [options, fitted]: readonly [asked: object, fitted: object],
): Pick<SiteNotes, 'adjustments' | 'unmet'> {
  const lengthOf = (of: object) => ('length' in of ? Number(of.length) : 0);
  const isShorter = lengthOf(fitted) < lengthOf(options);
  const unmet = unmetBound(password, rule);
  return {
    adjustments: isShorter ? [{ code: 'shortened', to: lengthOf(fitted) }] : [],
    ...(unmet && { unmet }),
  };
}
