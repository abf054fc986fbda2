import { generate, type PasswordOptions } from '../generator/index.ts';
import { needsSettings } from '../platform/api-problem.ts';
import { apiSettings } from '../platform/api-settings.ts';
import type { ApiFailureToTell, FillOutcome } from '../platform/fill-outcome.ts';
import {
  chosenKind,
  fitOptions,
  type KindName,
  type KindOptions,
  kindOptions,
  requestOf,
} from '../platform/kinds.ts';
import { makeByApi } from './api-password.ts';

/** A password and who made it. */
export interface MadePassword {
  readonly password: string;
  readonly madeBy?: string;
  /** The length that it was shortened to, because the page takes no more. */
  readonly shortenedTo?: number;
  /** Why the API did not make it, although it should have. */
  readonly insteadOf?: ApiFailureToTell;
}

/**
 * Makes a password of the chosen kind where the person wants it made, no longer than the page takes. Servers make
 * passwords only; the other kinds are always made on this device.
 */
export async function makePassword(maxLength: number | undefined): Promise<MadePassword | FillOutcome> {
  const kind = await chosenKind.read();
  const options = await kindOptions[kind].read();
  const fitted = fitOptions(options, maxLength);
  const made =
    kind === 'password'
      ? await makeWhereWanted(fitted as PasswordOptions)
      : await makeHere<KindName>(kind, fitted);
  if ('code' in made) return made;
  if (maxLength !== undefined && made.password.length > maxLength) return { code: 'too_long', maxLength };
  return fitted === options || sameLength(fitted, options)
    ? made
    : { ...made, shortenedTo: made.password.length };
}

/**
 * A failing API is replaced by this device only if the person has chosen so, never in silence, and never where the
 * settings are at fault: a refused key stays refused.
 */
async function makeWhereWanted(options: PasswordOptions): Promise<MadePassword | FillOutcome> {
  const { on, fallback } = await apiSettings.read();
  if (!on) return makeHere('password', options);
  const made = await makeByApi({ options });
  if (made.ok) return { password: made.password, madeBy: made.host };
  const failure = { host: made.host, problem: made.problem };
  if (fallback === 'ask' || needsSettings(made.problem)) return { code: 'api_failed', failure };
  const local = await makeHere('password', options);
  return 'code' in local ? local : { ...local, insteadOf: failure };
}

async function makeHere<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name],
): Promise<MadePassword | FillOutcome> {
  const made = generate(await requestOf(kind, options));
  return made.ok ? { password: made.password } : { code: 'impossible', error: made.error };
}

function sameLength(a: object, b: object): boolean {
  return 'length' in a && 'length' in b && a.length === b.length;
}
