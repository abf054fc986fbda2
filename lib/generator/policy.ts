import { type CharacterClass, CLASS_NAMES, charactersOf, LOOK_ALIKES } from './charset.ts';

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
}

/** Why a request cannot be met: a stable code, the option at fault and an English sentence. */
export interface GeneratorError {
  readonly code:
    | 'unknown_kind'
    | 'not_a_boolean'
    | 'not_a_string'
    | 'not_an_integer'
    | 'no_class'
    | 'class_emptied'
    | 'shorter_than_classes'
    | 'out_of_range';
  readonly option: keyof PasswordOptions | 'kind' | 'classes';
  readonly message: string;
  /** For `class_emptied`: the class that has no character left. */
  readonly characterClass?: CharacterClass;
}

/** What every admissible password obeys: `length` characters of the classes, at least one of each class. */
export interface Policy {
  readonly length: number;
  /** Disjoint, none empty. */
  readonly classes: readonly (readonly string[])[];
}

export type PolicyResult =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly error: GeneratorError };

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

/** Turns options into a policy, or names the first option that cannot be met. Pure; trusts no type. */
export function policyOf(options: PasswordOptions): PolicyResult {
  const mistyped = mistypedOption(options);
  if (mistyped) return { ok: false, error: mistyped };

  const excluded = new Set([...options.exclude, ...(options.avoidLookAlikes ? LOOK_ALIKES : '')]);
  const enabled = CLASS_NAMES.filter((name) => options[name]);
  const classes = enabled.map((name) => charactersOf(name, excluded));
  const emptied = enabled.find((_, index) => classes[index]?.length === 0);
  const error = emptied ? classEmptied(emptied) : unmetLength(options.length, classes.length);
  return error ? { ok: false, error } : { ok: true, policy: { length: options.length, classes } };
}

function mistypedOption(options: PasswordOptions): GeneratorError | undefined {
  if (!Number.isInteger(options.length)) {
    return { code: 'not_an_integer', option: 'length', message: 'The length must be a whole number.' };
  }
  for (const option of [...CLASS_NAMES, 'avoidLookAlikes'] as const) {
    if (typeof options[option] !== 'boolean') {
      return { code: 'not_a_boolean', option, message: `The option "${option}" must be true or false.` };
    }
  }
  if (typeof options.exclude !== 'string') {
    return { code: 'not_a_string', option: 'exclude', message: 'The characters to exclude must be a text.' };
  }
  return undefined;
}

function classEmptied(characterClass: CharacterClass): GeneratorError {
  return {
    code: 'class_emptied',
    option: 'exclude',
    message: `Every character of the class "${characterClass}" is excluded: turn the class off or exclude less.`,
    characterClass,
  };
}

function unmetLength(length: number, classCount: number): GeneratorError | undefined {
  if (classCount === 0) {
    return { code: 'no_class', option: 'classes', message: 'Choose at least one kind of character.' };
  }
  if (length < classCount) {
    const message = `One character of each of the ${classCount} kinds does not fit into a length of ${length}.`;
    return { code: 'shorter_than_classes', option: 'length', message };
  }
  if (length < MIN_LENGTH || length > MAX_LENGTH) {
    const message = `The length must be from ${MIN_LENGTH} to ${MAX_LENGTH} characters.`;
    return { code: 'out_of_range', option: 'length', message };
  }
  return undefined;
}
