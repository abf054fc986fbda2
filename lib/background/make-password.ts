import type { PasswordOptions } from '../generator/index.ts';
import { needsSettings } from '../messaging/api-problem.ts';
import type { ApiFailure, FillOutcome } from '../messaging/fill-outcome.ts';
import { generateKind } from '../site-rules/generate-kind.ts';
import { EMPTY_RULE, fitServerOptions } from '../site-rules/generate-within.ts';
import type { MergedRule } from '../site-rules/merge.ts';
import type { SiteNotes } from '../site-rules/site-notes.ts';
import { type ApiSettings, apiSettings } from '../storage/api-settings.ts';
import {
  chosenKind,
  generateRequest,
  type KindName,
  type KindOptions,
  kindOptions,
} from '../storage/kind-options.ts';
import { requestApiPassword } from './api-password.ts';

/** A password and who made it. */
export interface MadePassword {
  readonly password: string;
  /** The server that made it; missing where this device did. */
  readonly madeBy?: string;
  /** What was changed for the site, and what the site may still object to. */
  readonly notes?: Omit<SiteNotes, 'host'>;
  /** Why the API did not make it, although the person has switched the API on. */
  readonly insteadOf?: ApiFailure;
}

/** The kind and options that the person has chosen, and whether a server makes passwords. */
interface Preferences {
  readonly kind: KindName;
  readonly options: KindOptions[KindName];
  readonly api: ApiSettings;
}

/** Reads the stored preferences; callers start it early, while the page is still being surveyed. */
export async function readPreferences(): Promise<Preferences> {
  const api = apiSettings.read();
  const kind = await chosenKind.read();
  return { kind, options: await kindOptions[kind].read(), api: await api };
}

/**
 * Makes a password of the chosen kind, within what the site accepts. Servers make only the kind `password`;
 * this device makes the other kinds, and never swaps them for a password that would fit the site better.
 */
export async function makePassword(
  site: MergedRule = EMPTY_RULE,
  preferences: Promise<Preferences> = readPreferences(),
): Promise<MadePassword | FillOutcome> {
  const chosen = await preferences;
  return chosen.kind === 'password' && chosen.api.on ? makeByServer(chosen, site) : makeLocally(chosen, site);
}

/**
 * Asks the API for the password. This device takes its place only if the person has chosen so, and never
 * where the settings are at fault: a rejected key stays rejected.
 */
async function makeByServer(chosen: Preferences, site: MergedRule): Promise<MadePassword | FillOutcome> {
  const request = fitServerOptions(chosen.options as PasswordOptions, site);
  if (!request.ok) return { code: 'impossible', error: request.error };
  const made = await requestApiPassword({ options: request.options, rule: site.rule });
  if (made.ok) {
    const { password, host, entropyAtMostBits: bits, strengthAtMost: strength } = made;
    return { password, madeBy: host, ...notesFor({ adjustments: request.adjustments, bits, strength }) };
  }
  const failure = { host: made.host, problem: made.problem };
  if (chosen.api.fallback === 'ask' || needsSettings(made.problem)) return { code: 'api_failed', failure };
  const local = await makeLocally(chosen, site);
  return 'code' in local ? local : { ...local, insteadOf: failure };
}

async function makeLocally(
  { kind, options }: Preferences,
  site: MergedRule,
): Promise<MadePassword | FillOutcome> {
  const { maxLength } = site.rule;
  const made = generateKind(await generateRequest(kind, options), site);
  if (!made.ok) return { code: 'impossible', error: made.error };
  const { password, adjustments, unmet, entropyBits: bits, strength } = made;
  if (maxLength !== undefined && password.length > maxLength) return { code: 'too_long', maxLength };
  return { password, ...notesFor({ adjustments, ...(unmet && { unmet }), bits, strength }) };
}

/** The notes, left out where they would be empty. */
function notesFor(notes: Omit<SiteNotes, 'host'>): Pick<MadePassword, 'notes'> {
  return notes.adjustments.length > 0 || notes.unmet ? { notes } : {};
}
