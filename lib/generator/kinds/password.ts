import { type CharacterClass, CLASS_NAMES, charactersOf, LOOK_ALIKES } from '../charset.ts';
import { type Failure, failure, rangeFault } from '../errors.ts';
import type { Pool } from '../random.ts';
import { type PasswordSet, passwordSet } from '../sampling/password-set.ts';
import type { Kind } from './options.ts';

/** The options of a password. Lengths count characters. */
export interface PasswordOptions {
  /** 4 to 128. */
  readonly length: number;
  readonly uppercase: boolean;
  readonly lowercase: boolean;
  readonly numbers: boolean;
  readonly symbols: boolean;
  /** Characters that are never used, by code point and case. */
  readonly exclude: string;
  /** Whether the characters of `LOOK_ALIKES` are left out too. */
  readonly avoidLookAlikes: boolean;
  /** The least number of digits and of symbols, 0 to 5; by default 1. Ignored while the class is off. */
  readonly minNumbers?: number | undefined;
  readonly minSymbols?: number | undefined;
  /** The longest run of one character, from 1 (never twice in a row) to 128 (no limit, the default). */
  readonly maxConsecutive?: number | undefined;
}

/** The least and greatest length of a password, in characters. */
export const MIN_LENGTH = 4;
export const MAX_LENGTH = 128;

/** The values of options that a request leaves out. */
export const DEFAULT_OPTIONS: PasswordOptions = {
  length: 16,
  uppercase: true,
  lowercase: true,
  numbers: true,
  symbols: true,
  exclude: '',
  avoidLookAlikes: false,
};

/** The password kind. It has no range for the length, because that depends on the other options. */
export const PASSWORD = {
  defaults: { ...DEFAULT_OPTIONS, minNumbers: 1, minSymbols: 1, maxConsecutive: MAX_LENGTH },
  rules: { minNumbers: [0, 5], minSymbols: [0, 5], maxConsecutive: [1, MAX_LENGTH] },
} as const satisfies Kind;

/** A class that the options require, without the excluded characters, and the least number of them. */
export interface RequiredClass {
  readonly name: CharacterClass;
  readonly characters: string;
  readonly min: number;
}

/** The classes that the options require. */
export function classesOf(options: PasswordOptions): readonly RequiredClass[] {
  const { exclude, avoidLookAlikes, minNumbers: numbers, minSymbols: symbols } = options;
  const excluded = exclude + (avoidLookAlikes ? LOOK_ALIKES : '');
  const minimums: { [name in CharacterClass]?: number | undefined } = { numbers, symbols };
  return CLASS_NAMES.filter((name) => options[name]).map((name) => ({
    name,
    characters: charactersOf(name, excluded),
    min: minimums[name] ?? 1,
  }));
}

/** Why no password of this length can hold all classes, if none can. */
export function classFault(classes: readonly RequiredClass[], length: number): Failure | undefined {
  let least = 0;
  for (const { name, characters, min } of classes) {
    if (!characters) return failure('class_emptied', 'exclude', `(${name})`, { characterClass: name });
    least += min;
  }
  if (!classes.length) return failure('no_class', 'classes');
  return least > length ? failure('shorter_than_classes', 'length', `(${least} needed)`) : undefined;
}

/** The set of passwords of the options, or the first option that cannot be met. */
export function passwordsOf(options: PasswordOptions, pool: Pool): PasswordSet | Failure {
  const { length, maxConsecutive } = options;
  const required = classesOf(options);
  const alphabet = required.map(({ characters }) => characters).join('');
  return (
    classFault(required, length) ??
    rangeFault('length', length, MIN_LENGTH, MAX_LENGTH) ??
    passwordSet({ alphabet, required, minLength: length, maxLength: length, maxConsecutive }, pool)
  );
}
