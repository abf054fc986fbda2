import type { CharacterClass } from './charset.ts';

/** Why a request cannot be met, as a stable code, the option at fault and an English sentence. */
export interface GeneratorError {
  readonly code:
    | 'unknown_kind'
    | 'not_a_boolean'
    | 'not_a_string'
    | 'not_an_integer'
    | 'no_class'
    | 'class_emptied'
    | 'shorter_than_classes'
    | 'out_of_range'
    /** The value is not in the option's list of values. */
    | 'unknown_value'
    /** The options contradict each other. Without this one there would be a password. */
    | 'unmeetable'
    /** Counting would take more than about a second, because minimums or lengths are too large. */
    | 'too_complex'
    /** Fewer different passwords exist than the request asks for. */
    | 'too_few';
  /** The option's name in the request or the policy, or `kind`, `classes` or `count`. */
  readonly option: string;
  readonly message: string;
  /** The class that has no character left, for `class_emptied`. */
  readonly characterClass?: CharacterClass | undefined;
  /** The option's least and greatest value or infinity, for `out_of_range` and `not_an_integer`. */
  readonly range?: readonly [number, number] | undefined;
}

/** A request that cannot be met, as a result. */
export interface Failure {
  readonly ok: false;
  readonly error: GeneratorError;
}

/** Builds a failure. Its sentence is for logs; interfaces have their own, by code and option. */
export function failure(
  code: GeneratorError['code'],
  option: string,
  detail: string | number = '',
  { characterClass, range }: Pick<GeneratorError, 'characterClass' | 'range'> = {},
): Failure {
  const message = `Option "${option}": ${code.replaceAll('_', ' ')} ${detail}`.trim();
  return { ok: false, error: { code, option, message, characterClass, range } };
}

/** The failure of an option that isn't a whole number from `from` to `to`. Accepts values of any type. */
export function rangeFault(
  option: string,
  value: unknown,
  from = -Infinity,
  to = Infinity,
): Failure | undefined {
  const range = [from, to] as const;
  if (!Number.isInteger(value)) return failure('not_an_integer', option, '', { range });
  const within = (value as number) >= from && (value as number) <= to;
  return within ? undefined : failure('out_of_range', option, `(${from} to ${to})`, { range });
}
