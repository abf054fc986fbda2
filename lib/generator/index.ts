import { type Failure, failure, type GeneratorError } from './errors.ts';
import { optionsOf } from './kinds/options.ts';
import { PASSPHRASE, type PassphraseOptions, passphraseSet } from './kinds/passphrase.ts';
import { PASSWORD, type PasswordOptions, passwordsOf } from './kinds/password.ts';
import { PIN, type PinOptions, pinSet } from './kinds/pin.ts';
import { PRONOUNCEABLE, type PronounceableOptions, pronounceableSet } from './kinds/pronounceable.ts';
import type { WordList } from './kinds/word-list.ts';
import { type Chunk, type ManyOptions, manyOf } from './many.ts';
import type { Policy } from './policy/policy.ts';
import { type Pool, poolFor, type RandomSource, systemRandom } from './random.ts';
import { type PasswordSet, passwordSet } from './sampling/password-set.ts';
import { entropyBits, type Strength, strengthOf } from './strength.ts';

export { CHARACTERS, type CharacterClass, CLASS_NAMES, LOOK_ALIKES } from './charset.ts';
export type { Failure, GeneratorError } from './errors.ts';
export { type Kind, optionFault } from './kinds/options.ts';
export type { PassphraseOptions } from './kinds/passphrase.ts';
export {
  DEFAULT_OPTIONS,
  MAX_LENGTH,
  MIN_LENGTH,
  type PasswordOptions,
  type RequiredClass,
} from './kinds/password.ts';
export { type Capitals, PHRASE_SYMBOLS } from './kinds/phrase.ts';
export type { PinOptions } from './kinds/pin.ts';
export type { PronounceableOptions } from './kinds/pronounceable.ts';
export { loadWordList, type WordList, type WordListName } from './kinds/word-list.ts';
export { type Chunk, MAX_MANY, type ManyOptions } from './many.ts';
export type { Group, PolicyDfa } from './policy/dfa.ts';
export type { Policy, Requirement, Sieve } from './policy/policy.ts';
export { drainByTimer, drainRandom, type RandomSource } from './random.ts';
export { FLOOR_BITS, GUESSES_PER_SECOND, isBelowFloor, type Strength, secondsToGuess } from './strength.ts';

/** The kinds of password, each with the defaults and the values of its options. */
export const KINDS = {
  password: PASSWORD,
  passphrase: PASSPHRASE,
  pin: PIN,
  pronounceable: PRONOUNCEABLE,
} as const;

/** A kind of password and its options, over the kind's defaults. */
export type GenerateRequest =
  | ({ readonly kind: 'password' } & Partial<PasswordOptions>)
  /** A passphrase needs a word list: `list: await loadWordList('eff-long')`. */
  | ({ readonly kind: 'passphrase'; readonly list: WordList } & Partial<PassphraseOptions>)
  | ({ readonly kind: 'pin' } & Partial<PinOptions>)
  | ({ readonly kind: 'pronounceable' } & Partial<PronounceableOptions>);

/** A password with its strength, or the option at fault. */
export type GenerateResult =
  | {
      readonly ok: true;
      readonly password: string;
      /** log2 of the number of admissible passwords, to one decimal. */
      readonly entropyBits: number;
      /** Set if that number is a proven lower bound. */
      readonly isAtLeast?: true;
      readonly strength: Strength;
    }
  | { readonly ok: false; readonly error: GeneratorError };

/** A set of passwords, counted and ready for drawing, or the option at fault. */
export type CompileResult =
  | {
      readonly ok: true;
      /** The number of admissible passwords, at least 1: exact, or a proven lower bound if `isAtLeast`. */
      readonly count: bigint;
      readonly isAtLeast?: true;
      /** log2 of `count`, to one decimal. */
      readonly entropyBits: number;
      readonly strength: Strength;
      /** Draws one, each equally likely. Throws only if `random` does not give random bytes. */
      next(): string;
    }
  | { readonly ok: false; readonly error: GeneratorError };

/** Passwords in chunks, or the option at fault. */
export type ManyResult =
  | { readonly ok: true; readonly chunks: AsyncGenerator<Chunk, void> }
  | { readonly ok: false; readonly error: GeneratorError };

/**
 * Makes a password, each admissible one equally likely. An impossible request gives a typed failure, never a
 * shorter or weaker password. Throws only if `random` does not give random bytes.
 */
export function generate(request: GenerateRequest, random: RandomSource = systemRandom): GenerateResult {
  const made = compile(request, random);
  if (!made.ok) return made;
  const { count: _, next, ...result } = made;
  return { ...result, password: next() };
}

/**
 * Counts the passwords of a policy or a request exactly and prepares drawing. All sets that use the system's
 * randomness share one small pool; an injected `random` gives 128 bytes at a time.
 */
export function compile(what: Policy | GenerateRequest, random: RandomSource = systemRandom): CompileResult {
  const pool = poolFor(random);
  const set = 'kind' in what ? requestedSet(what, pool) : passwordSet(what, pool);
  if (!set.ok) return set;
  const bits = entropyBits(set.count);
  return { ...set, entropyBits: bits, strength: strengthOf(bits) };
}

/**
 * Makes `count` passwords (1 to 1,000,000) in chunks, all different unless `duplicates` is set. Pauses
 * between chunks keep a page responsive. To stop, leave the loop or abort `signal`.
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
  // `optionsOf` gives every option of the kind, in the type of its default.
  const options: unknown = result.options;
  if (result.fault) return result.fault;
  if (kind === 'pin') return pinSet(options as PinOptions, pool);
  if (kind === 'passphrase') return passphraseSet(options as PassphraseOptions, request.list, pool);
  if (kind === 'pronounceable') return pronounceableSet(options as PronounceableOptions, pool);
  return passwordsOf(options as PasswordOptions, pool);
}
