import { rangeProblem } from '../addresses.ts';
import { DEFAULT_LIMIT, MAX_LIMIT, readDuration } from '../key-options.ts';
import { DEFAULT_SCOPES, SCOPES, type Scope } from '../keys.ts';
import { UsageError } from './usage-error.ts';

/** Reads a whole number within a range. */
export const integerOption = (name: string, from: number, to: number) => (text: string) => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new UsageError(`${name} must be a whole number from ${from} to ${to}.`);
};

/** Reads a duration, in milliseconds. */
export const durationOption = (name: string) => (text: string) => {
  const ms = readDuration(text);
  if (ms !== undefined) return ms;
  throw new UsageError(`${name} must be 0 or a duration such as 30m, 24h or 90d.`);
};

/** Adds an address or range to those before. */
export function rangeOption(text: string, before: readonly string[] = []): string[] {
  const parts = text.split(',').map((part) => part.trim());
  const problem = parts.map(rangeProblem).find((each) => each !== undefined);
  if (problem) throw new UsageError(problem);
  return [...before, ...parts];
}

/** Reads a list of scopes with commas. */
export function scopesOption(text: string): Scope[] {
  const scopes = text.split(',').map((scope) => scope.trim());
  const unknown = scopes.find((scope) => !SCOPES.includes(scope as Scope));
  if (unknown !== undefined)
    throw new UsageError(`There is no scope “${unknown}”. The scopes are ${SCOPES.join(', ')}.`);
  return [...new Set(scopes as Scope[])];
}

/** Reads a label for people. */
export function labelOption(text: string): string {
  if (text.length <= 100 && !/\p{Cc}/u.test(text)) return text;
  throw new UsageError('--label must be a text of at most 100 characters on one line.');
}

/** Reads requests a minute. */
export const limitOption = integerOption('--limit', 1, MAX_LIMIT);

export { DEFAULT_LIMIT, DEFAULT_SCOPES };
