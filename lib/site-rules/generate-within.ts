import {
  CHARACTERS,
  type CharacterClass,
  CLASS_NAMES,
  type CompileResult,
  compile,
  type Failure,
  type GenerateResult,
  LOOK_ALIKES,
  type PasswordOptions,
  type RandomSource,
} from '../generator/index.ts';
import { systemRandom } from '../generator/random.ts';
import { intersection, PRINTABLE, without } from './characters.ts';
import { type Adjustment, leftOutOf } from './fit/adjustments.ts';
import type { Fitted } from './fit/fit.ts';
import { fitAboveFloor } from './fit/floor.ts';
import type { MergedRule } from './merge.ts';
import type { Limit } from './rule.ts';

/** The rule of a site without any bounds, or whose bounds the person chose to ignore. */
export const EMPTY_RULE: MergedRule = {
  rule: { allowed: PRINTABLE, required: [] },
  reasons: [],
  contradictions: [],
  unread: [],
};

/** A result with the changes that the site needed in the options, if any. */
type Adjusted<Result> = Result extends { readonly ok: true }
  ? Result & { readonly adjustments: readonly Adjustment[] }
  : Result;

/** A password with the changes that the site needed, or the option at fault. */
export type GenerateWithinResult = Adjusted<GenerateResult>;

/**
 * Makes a password that both the options and the site's rule admit, each equally likely. Throws only if
 * `random` does not give random bytes.
 */
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

/** Counts the passwords that both the options and the site's rule admit, and prepares drawing. */
export function compileWithin(
  options: PasswordOptions,
  merged: MergedRule,
  random: RandomSource = systemRandom,
): Adjusted<CompileResult> {
  // Without a rule of the site no option gives way, so impossible options are reported.
  const fitted = merged.reasons.length > 0 ? fitAboveFloor(options, merged) : undefined;
  if (fitted && !fitted.ok) return fitted;
  const compiled = compile(fitted?.policy ?? { kind: 'password', ...options }, random);
  if (!compiled.ok) return compiled;
  const leftOut = leftOutOf(merged.contradictions, merged.tooWeak);
  return { ...compiled, adjustments: [...(fitted?.adjustments ?? []), ...leftOut] };
}

/**
 * Options that ask a server for the length, the characters and the minimums that `generateWithin` would use.
 * Bounds that options cannot express are left to the check of the server's password. Of sets with an upper
 * limit it asks for few characters, so that a server's password keeps to the limit more often.
 */
export function fitServerOptions(
  options: PasswordOptions,
  merged: MergedRule,
):
  | { readonly ok: true; readonly options: PasswordOptions; readonly adjustments: readonly Adjustment[] }
  | Failure {
  const leftOut = leftOutOf(merged.contradictions, merged.tooWeak);
  if (merged.reasons.length === 0) return { ok: true, options, adjustments: leftOut };
  const fitted = fitAboveFloor(options, merged);
  if (!fitted.ok) return fitted;
  const { minLength: length } = fitted.policy;
  const alphabet = (merged.rule.limited ?? []).reduce(
    (left, limit) => thinned(left, limit, length),
    fitted.policy.alphabet,
  );
  const isUsed = (character: string) => alphabet.includes(character);
  const used = CLASS_NAMES.filter((name) => [...CHARACTERS[name]].some(isUsed));
  const avoidLookAlikes = options.avoidLookAlikes && ![...LOOK_ALIKES].some(isUsed);
  const excluded = options.exclude + (avoidLookAlikes ? LOOK_ALIKES : '');
  const unused = used.flatMap((name) =>
    [...CHARACTERS[name]].filter((character) => !isUsed(character) && !excluded.includes(character)),
  );
  return {
    ok: true,
    adjustments: [...fitted.adjustments, ...leftOut],
    options: {
      ...options,
      ...Object.fromEntries(CLASS_NAMES.map((name) => [name, used.includes(name)])),
      ...minimumsOf(options, fitted),
      length,
      avoidLookAlikes,
      exclude: options.exclude + unused.join(''),
    },
  };
}

/**
 * The alphabet with so few characters of a limited set that a random password has half as many as it may. One
 * of each class is kept.
 */
function thinned(alphabet: string, { characters, max }: Limit, length: number): string {
  const inside = intersection(alphabet, characters);
  const others = without(alphabet, inside);
  if (!others || max >= length) return alphabet;
  const kept = Math.max(1, Math.floor((others.length * max) / (2 * length - max)));
  if (kept >= inside.length) return alphabet;
  const step = Math.ceil(inside.length / kept);
  const firsts = CLASS_NAMES.map((name) => intersection(CHARACTERS[name], inside).slice(0, 1));
  return others + [...inside].filter((_, i) => i % step === 0).join('') + firsts.join('');
}

/** The minimums of the options that are left, where the options have any. */
function minimumsOf({ minNumbers, minSymbols }: PasswordOptions, { classes }: Fitted) {
  const left = (name: CharacterClass) => classes.find((each) => each.name === name)?.min ?? 1;
  return {
    ...(minNumbers !== undefined && { minNumbers: Math.min(minNumbers, left('numbers')) }),
    ...(minSymbols !== undefined && { minSymbols: Math.min(minSymbols, left('symbols')) }),
  };
}
