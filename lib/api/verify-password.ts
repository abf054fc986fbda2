import { CHARACTERS } from '../generator/charset.ts';
import {
  CLASS_NAMES,
  compile,
  LOOK_ALIKES,
  type PasswordOptions,
  type Strength,
} from '../generator/index.ts';

/** How a server's password breaks the request. */
export type Refusal =
  | 'not_printable_ascii'
  | 'wrong_length'
  | 'disabled_class'
  | 'excluded_character'
  | 'look_alike'
  | 'missing_class'
  /** The site would not accept it. */
  | 'site_rule'
  | 'seen_before';

/**
 * The first way in which `password` breaks `options`, or `undefined`. The policy is that of passwords made on
 * this device, so every enabled class must occur, because a site that requires a digit rejects a password
 * without one. A space counts as not printable, because it belongs to no class and forms trim it.
 */
export function findRefusal(
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

/**
 * The upper bound of a password's strength. Nothing more is known of a password that another computer drew.
 */
export interface UpperBound {
  /** In bits, to one decimal. */
  readonly entropyAtMostBits: number;
  readonly strengthAtMost: Strength;
}

/**
 * log2 of the number of passwords that `findRefusal` would pass. It is an upper bound, because the server may
 * draw from fewer characters or draw badly, and a single reply cannot disprove that. `undocumented` holds
 * symbols that the server documents not to use; they lower the bound unless the password contains one of
 * them.
 */
export function upperBound(password: string, options: PasswordOptions, undocumented: string): UpperBound {
  const unused = [...undocumented].some((character) => password.includes(character)) ? '' : undocumented;
  const set = compile({ kind: 'password', ...options, exclude: options.exclude + unused });
  if (!set.ok) throw new Error('A password passed the check of a policy that admits none.');
  return { entropyAtMostBits: set.entropyBits, strengthAtMost: set.strength };
}
