import { type CharacterClass, CLASS_NAMES, charactersOf, LOOK_ALIKES } from '../charset.ts';
import { type Failure, failure, rangeFault } from '../errors.ts';
import type { Pool } from '../random.ts';
import { type PasswordSet, passwordSet } from '../sampling/password-set.ts';
import type { Kind } from './options.ts';

/** What a person asks of a password. Lengths count characters. */
export interface PasswordOptions {
  /** 4 to 128. */
  readonly length: number;
  readonly uppercase: boolean;
  readonly lowercase: boolean;
  readonly numbers: boolean;
  readonly symbols: boolean;
  /** Characters never to use: case-sensitive, each code point counts. */
  readonly exclude: string;
  /** Leave out the characters of `LOOK_ALIKES` too. */
  readonly avoidLookAlikes: boolean;
  /** The least number of digits and of symbols, 0 to 5; left out, 1. They say nothing while the class is off. */
  readonly minNumbers?: number | undefined;
  readonly minSymbols?: number | undefined;
  /** How often a character may stand in a row, from 1 (never twice) to 128 (no limit, as when it is left out). */
  readonly maxConsecutive?: number | undefined;
}

/** Shortest and longest password that can be asked for, in characters. */
export const MIN_LENGTH = 4;
export const MAX_LENGTH = 128;

/** What a request means where it is silent. */
export const DEFAULT_OPTIONS: PasswordOptions = {
  length: 16,
  uppercase: true,
  lowercase: true,
  numbers: true,
  symbols: true,
  exclude: '',
  avoidLookAlikes: false,
};

/** The password kind: all defaults, and the ranges of the numbers (the length's depends on the other options). */
export const PASSWORD = {
  defaults: { ...DEFAULT_OPTIONS, minNumbers: 1, minSymbols: 1, maxConsecutive: MAX_LENGTH },
  rules: { minNumbers: [0, 5], minSymbols: [0, 5], maxConsecutive: [1, MAX_LENGTH] },
} as const satisfies Kind;

/** A class that is asked for: its characters that are not excluded, and how many of them at least. */
export interface AskedClass {
  readonly name: CharacterClass;
  readonly characters: string;
  readonly min: number;
}

/** The classes of the options. */
export function classesOf(options: PasswordOptions): readonly AskedClass[] {
  const { exclude, avoidLookAlikes, minNumbers: numbers, minSymbols: symbols } = options;
  const excluded = exclude + (avoidLookAlikes ? LOOK_ALIKES : '');
  const minimums: { [name in CharacterClass]?: number | undefined } = { numbers, symbols };
  return CLASS_NAMES.filter((name) => options[name]).map((name) => ({
    name,
    characters: charactersOf(name, excluded),
    min: minimums[name] ?? 1,
  }));
}

/** Why no password of this length has all classes, if none has. */
export function classFault(classes: readonly AskedClass[], length: number): Failure | undefined {
  let least = 0;
  for (const { name, characters, min } of classes) {
    if (!characters) return failure('class_emptied', 'exclude', `(${name})`, name);
    least += min;
  }
  if (!classes.length) return failure('no_class', 'classes');
  return least > length ? failure('shorter_than_classes', 'length', `(${least} needed)`) : undefined;
}

/** The passwords of the options, or the first option that cannot be met. */
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
