import { generate, type PasswordOptions } from '../generator/index.ts';
import { needsSettings } from '../platform/api-problem.ts';
import { apiSettings } from '../platform/api-settings.ts';
import type { ApiFailureToTell, FillOutcome } from '../platform/fill-outcome.ts';
import { makeByApi } from './api-password.ts';

/** A password and who made it. */
export interface MadePassword {
  readonly password: string;
  readonly madeBy?: string;
  /** Why the API did not make it, although it should have. */
  readonly insteadOf?: ApiFailureToTell;
}

/**
 * Makes a password where the person wants it made. A failing API is replaced by this device only if the person
 * has chosen so, never in silence, and never where the settings are at fault: a refused key stays refused.
 */
export async function makePassword(options: PasswordOptions): Promise<MadePassword | FillOutcome> {
  const { on, fallback } = await apiSettings.read();
  if (!on) return makeLocally(options);
  const made = await makeByApi({ options });
  if (made.ok) return { password: made.password, madeBy: made.host };
  const failure = { host: made.host, problem: made.problem };
  if (fallback === 'ask' || needsSettings(made.problem)) return { code: 'api_failed', failure };
  const local = makeLocally(options);
  return 'code' in local ? local : { ...local, insteadOf: failure };
}

function makeLocally(options: PasswordOptions): MadePassword | FillOutcome {
  const made = generate({ kind: 'password', ...options });
  return made.ok ? { password: made.password } : { code: 'impossible', error: made.error };
}
