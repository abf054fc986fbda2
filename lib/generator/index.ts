import { entropyBits } from './entropy.ts';
import { type Failure, failure, type GeneratorError } from './failure.ts';
import { type Chunk, type ManyOptions, manyOf } from './many.ts';
import { optionsOf } from './options.ts';
import { PASSPHRASE, type PassphraseOptions, passphraseSet } from './passphrase.ts';
import { PASSWORD, type PasswordOptions, passwordsOf } from './password.ts';
import { type PasswordSet, passwordSet } from './password-set.ts';
import { PIN, type PinOptions, pinSet } from './pin.ts';
import type { Policy } from './policy.ts';
import { PRONOUNCEABLE, type PronounceableOptions, pronounceableSet } from './pronounceable.ts';
import { type Pool, poolFor, type RandomSource, systemRandom } from './random.ts';
import type { Adjustment } from './rules/adjustment.ts';
import type { SiteRule } from './rules/rule.ts';
import { passwordsWithin } from './rules/within.ts';
import { type Strength, strengthOf } from './strength.ts';
import type { WordList } from './word-list.ts';

export { type CharacterClass, CLASS_NAMES, LOOK_ALIKES } from './charset.ts';
export type { GeneratorError } from './failure.ts';
export { type Chunk, MAX_MANY, type ManyOptions } from './many.ts';
export type { Kind } from './options.ts';
export type { PassphraseOptions } from './passphrase.ts';
export { DEFAULT_OPTIONS, MAX_LENGTH, MIN_LENGTH, type PasswordOptions } from './password.ts';
export { type Capitals, PHRASE_SYMBOLS } from './phrase.ts';
export type { PinOptions } from './pin.ts';
export type { Policy, Requirement } from './policy.ts';
export type { PronounceableOptions } from './pronounceable.ts';
export { drainRandom, type RandomSource } from './random.ts';
export type { Adjustment } from './rules/adjustment.ts';
export type { ParsedRules, RulesError, SiteRule } from './rules/rule.ts';
export { parsePasswordRules } from './rules/within.ts';
export { GUESSES_PER_SECOND, type Strength, secondsToGuess } from './strength.ts';
export { loadWordList, WORD_LIST_NAMES, type WordList, type WordListName } from './word-list.ts';

/** The kinds of password, each with its defaults and what its options can be. */
export const KINDS = {
  password: PASSWORD,
  passphrase: PASSPHRASE,
  pin: PIN,
  pronounceable: PRONOUNCEABLE,
} as const;

/** What to make; options that are left out take their value from the kind's defaults. */
export type GenerateRequest =
  | ({
      readonly kind: 'password';
      /** What the site accepts: a `passwordrules` text, or a rule that has been read or merged. */
      readonly siteRules?: string | SiteRule | undefined;
    } & Partial<PasswordOptions>)
  /** Needs the words of a list: `list: await loadWordList('eff-long')`. */
  | ({ readonly kind: 'passphrase'; readonly list: WordList } & Partial<PassphraseOptions>)
  | ({ readonly kind: 'pin' } & Partial<PinOptions>)
  | ({ readonly kind: 'pronounceable' } & Partial<PronounceableOptions>);

/** A password with what it was drawn from, or the option that stands in its way. */
export type GenerateResult =
  | {
      readonly ok: true;
      readonly password: string;
      /** log2 of the number of admissible passwords, to one decimal. */
      readonly entropyBits: number;
      readonly strength: Strength;
      /** What was changed for the site, if `siteRules` were given; empty if nothing was. */
      readonly adjustments?: readonly Adjustment[] | undefined;
    }
  | { readonly ok: false; readonly error: GeneratorError };

/** A set of passwords, counted and made ready for drawing many; or the option that stands in its way. */
export type CompileResult =
  | {
      readonly ok: true;
      /** The exact number of admissible passwords, at least 1. */
      readonly count: bigint;
      /** log2 of `count`, to one decimal. */
      readonly entropyBits: number;
      readonly strength: Strength;
      /** Draws one, each equally likely. Throws only if `random` does not give random bytes. */
      next(): string;
      /** What was changed for the site, if `siteRules` were given; empty if nothing was. */
      readonly adjustments?: readonly Adjustment[] | undefined;
    }
  | { readonly ok: false; readonly error: GeneratorError };

/** Passwords that come in chunks, or the option that stands in their way. */
export type ManyResult =
  | { readonly ok: true; readonly chunks: AsyncGenerator<Chunk, void> }
  | { readonly ok: false; readonly error: GeneratorError };

/**
 * Makes a password, every admissible one equally likely. An impossible request is a typed result, never a shorter
 * or weaker password. Throws only if `random` does not give random bytes.
 */
export function generate(request: GenerateRequest, random: RandomSource = systemRandom): GenerateResult {
  const made = compile(request, random);
  if (!made.ok) return made;
  const { count: _, next, ...told } = made;
  return { ...told, password: next() };
}

/**
 * Counts the passwords of a policy, or of a request, exactly, and makes them ready for drawing: under 20 ms for any
 * request. With the system's randomness all share one small stock; `random` is asked for 128 bytes at a time.
 */
export function compile(what: Policy | GenerateRequest, random: RandomSource = systemRandom): CompileResult {
  const pool = poolFor(random);
  const set = 'kind' in what ? requestedSet(what, pool) : passwordSet(what, pool);
  if (!set.ok) return set;
  const bits = entropyBits(set.count);
  return { ...set, entropyBits: bits, strength: strengthOf(bits) };
}

/**
 * Makes `count` passwords (1 to 1,000,000), all different unless `duplicates` is set, in chunks between which a page
 * stays fluent; each chunk says how many are done. To stop, leave the loop or abort `signal`.
 */
export function generateMany(
  what: Policy | GenerateRequest,
  count: number,
  options: ManyOptions = {},
  random: RandomSource = systemRandom,
): ManyResult {
  const set = compile(what, random);
  return set.ok ? manyOf(set, count, options) : set;
}

function requestedSet(request: GenerateRequest, pool: Pool): PasswordSet | Failure {
  const { kind } = request;
  if (!Object.hasOwn(KINDS, kind)) return failure('unknown_kind', 'kind');
  const result = optionsOf(KINDS[kind], request as { readonly [option: string]: unknown });
  // `optionsOf` gives each option of the kind, in the type of its default.
  const options: unknown = result.options;
  if (result.fault) return result.fault;
  if (kind === 'pin') return pinSet(options as PinOptions, pool);
  if (kind === 'passphrase') return passphraseSet(options as PassphraseOptions, request.list, pool);
  if (kind === 'pronounceable') return pronounceableSet(options as PronounceableOptions, pool);
  return request.siteRules === undefined
    ? passwordsOf(options as PasswordOptions, pool)
    : passwordsWithin(options as PasswordOptions, request.siteRules, pool);
}
