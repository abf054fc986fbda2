import { entropyBits, type Strength, strengthOf } from './entropy.ts';
import { DEFAULT_OPTIONS, type GeneratorError, type PasswordOptions, policyOf } from './policy.ts';
import { type RandomSource, systemRandom } from './random.ts';
import { samplePassword } from './sample.ts';

export { type CharacterClass, CLASS_NAMES, LOOK_ALIKES } from './charset.ts';
export type { Strength } from './entropy.ts';
export {
  DEFAULT_OPTIONS,
  type GeneratorError,
  MAX_LENGTH,
  MIN_LENGTH,
  type PasswordOptions,
} from './policy.ts';
export type { RandomSource } from './random.ts';

/** What to make; options that are left out take their value from `DEFAULT_OPTIONS`. */
export type GenerateRequest = { readonly kind: 'password' } & Partial<PasswordOptions>;

/** A password with what it was drawn from, or the option that stands in its way. */
export type GenerateResult =
  | {
      readonly ok: true;
      readonly password: string;
      /** log2 of the number of admissible passwords, to one decimal. */
      readonly entropyBits: number;
      readonly strength: Strength;
    }
  | { readonly ok: false; readonly error: GeneratorError };

/**
 * Makes a password, every admissible one equally likely. An impossible request is a typed result, never a shorter
 * or weaker password. Throws only if `random` does not give random bytes.
 */
export function generate(request: GenerateRequest, random: RandomSource = systemRandom): GenerateResult {
  const { kind, ...options } = request;
  if (kind !== 'password') {
    const message = 'The kind of password is not known; "password" is.';
    return { ok: false, error: { code: 'unknown_kind', option: 'kind', message } };
  }
  const result = policyOf({ ...DEFAULT_OPTIONS, ...withoutUndefined(options) });
  if (!result.ok) return result;
  const { password, count } = samplePassword(result.policy, random);
  const bits = entropyBits(count);
  return { ok: true, password, entropyBits: bits, strength: strengthOf(bits) };
}

function withoutUndefined(options: Partial<PasswordOptions>): Partial<PasswordOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
