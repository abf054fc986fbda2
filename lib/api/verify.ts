import { CHARACTERS } from '../generator/charset.ts';
import {
  CLASS_NAMES,
  compile,
  LOOK_ALIKES,
  type PasswordOptions,
  type Strength,
} from '../generator/index.ts';

/** In what a server's password is not what was asked. */
export type Refusal =
  | 'not_printable_ascii'
  | 'wrong_length'
  | 'disabled_class'
  | 'excluded_character'
  | 'look_alike'
  | 'missing_class'
  /** The site that it is for would not accept it. */
  | 'site_rule'
  | 'seen_before';

/**
 * The first reason why `password` is not what `options` ask for, or undefined. The same policy as for passwords
 * made on this device holds, every enabled class included: a site that asks for a digit refuses a password
 * without one, whoever made it. A space counts as not printable: it is in no class, and forms trim it.
 */
export function refusalOf(
  password: string,
  options: PasswordOptions,
  seen: (password: string) => boolean = () => false,
  fits: (password: string) => boolean = () => true,
): Refusal | undefined {
  const characters = [...password];
  const hasAny = (set: string) => characters.some((character) => set.includes(character));
  if (!/^[\x21-\x7e]*$/.test(password)) return 'not_printable_ascii';
  if (characters.length !== options.length) return 'wrong_length';
  if (CLASS_NAMES.some((name) => !options[name] && hasAny(CHARACTERS[name]))) return 'disabled_class';
  if (hasAny(options.exclude)) return 'excluded_character';
  if (options.avoidLookAlikes && hasAny(LOOK_ALIKES)) return 'look_alike';
  if (CLASS_NAMES.some((name) => options[name] && !hasAny(CHARACTERS[name]))) return 'missing_class';
  if (!fits(password)) return 'site_rule';
  return seen(password) ? 'seen_before' : undefined;
}

/** The most that can honestly be said of the strength of a password that another machine made. */
export interface UpperBound {
  /** No more than this many bits, to one decimal. */
  readonly entropyAtMostBits: number;
  /** No stronger than this. */
  readonly strengthAtMost: Strength;
}

/**
 * log2 of the number of passwords that would have passed the check: an upper bound, for the server may draw from
 * fewer characters or draw badly, and no one reply can show that it does not. `undocumented` are symbols that the
 * server says it never uses: they lower the bound, unless the password itself shows that it does use one.
 */
export function upperBound(password: string, options: PasswordOptions, undocumented: string): UpperBound {
  const unused = [...undocumented].some((character) => password.includes(character)) ? '' : undocumented;
  const set = compile({ kind: 'password', ...options, exclude: options.exclude + unused });
  if (!set.ok) throw new Error('A password passed the check of a policy that admits none.');
  return { entropyAtMostBits: set.entropyBits, strengthAtMost: set.strength };
}
