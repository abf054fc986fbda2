import type { CharacterClass } from './charset.ts';

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
    | 'out_of_range'
    /** The value is not one that the option knows. */
    | 'unknown_value'
    /** Each option is possible, but not with the others: without this one a password could be made. */
    | 'unmeetable'
    /** Counting would take more than about a second: too many minimums, too high, on too long a password. */
    | 'too_complex'
    /** Fewer different passwords exist than were asked for. */
    | 'too_few';
  /** The option's name in the request or the policy; `kind`, `classes` and `count` besides. */
  readonly option: string;
  readonly message: string;
  /** For `class_emptied`: the class that has no character left. */
  readonly characterClass?: CharacterClass | undefined;
}

/** A request that cannot be met, as a result. */
export interface Failure {
  readonly ok: false;
  readonly error: GeneratorError;
}

/** The sentence is for logs and developers; interfaces say it in their own words, by code and option. */
export function failure(
  code: GeneratorError['code'],
  option: string,
  detail: string | number = '',
  characterClass?: CharacterClass,
): Failure {
  const message = `Option "${option}": ${code.replaceAll('_', ' ')} ${detail}`.trim();
  return { ok: false, error: { code, option, message, characterClass } };
}

/** The failure of an option that is no whole number from `from` to `to`; nothing if it is. Trusts no type. */
export function rangeFault(
  option: string,
  value: unknown,
  from = -Infinity,
  to = Infinity,
): Failure | undefined {
  if (!Number.isInteger(value)) return failure('not_an_integer', option);
  const within = (value as number) >= from && (value as number) <= to;
  return within ? undefined : failure('out_of_range', option, `(${from} to ${to})`);
}
