import { CHARACTERS } from '../generator/charset.ts';
import type { Failure } from '../generator/errors.ts';
import {
  CLASS_NAMES,
  type CompileResult,
  compile,
  type GenerateResult,
  LOOK_ALIKES,
  type PasswordOptions,
} from '../generator/index.ts';
import { type RandomSource, systemRandom } from '../generator/random.ts';
import { PRINTABLE } from './characters.ts';
import type { Adjustment } from './fit/adjustments.ts';
import { fitToRule } from './fit/fit.ts';
import type { MergedRule } from './merge.ts';

/** The rule of a site that says nothing, or is ignored by choice. */
export const EMPTY_RULE: MergedRule = {
  rule: { allowed: PRINTABLE, required: [] },
  reasons: [],
  contradictions: [],
  unread: [],
};

/** A result with what was changed in the options for the site; empty where nothing was. */
type Adjusted<Result> = Result extends { readonly ok: true }
  ? Result & { readonly adjustments: readonly Adjustment[] }
  : Result;
export type GenerateWithinResult = Adjusted<GenerateResult>;

/** Makes a password that both the options and the site's rule admit, every such password equally likely. */
export function generateWithin(
  options: PasswordOptions,
  merged: MergedRule,
  random: RandomSource = systemRandom,
): GenerateWithinResult {
  const compiled = compileWithin(options, merged, random);
  if (!compiled.ok) return compiled;
  const { count: _, next, ...result } = compiled;
  return { ...result, password: next() };
}

/** Counts the passwords that both the options and the site's rule admit, and makes them ready for drawing. */
export function compileWithin(
  options: PasswordOptions,
  { rule, reasons }: MergedRule,
  random: RandomSource = systemRandom,
): Adjusted<CompileResult> {
  // Without a site's rule nothing gives way, so options that cannot be met are reported.
  const fitted = reasons.length > 0 ? fitToRule(options, rule, reasons) : undefined;
  if (fitted && !fitted.ok) return fitted;
  const compiled = compile(fitted?.policy ?? { kind: 'password', ...options }, random);
  return compiled.ok ? { ...compiled, adjustments: fitted?.adjustments ?? [] } : compiled;
}

/**
 * Options that ask a server for passwords of the same length and characters as `generateWithin` draws from. What options cannot
 * say, such as limits on repeats, is left to the check of what the server sends.
 */
export function fitServerOptions(
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
