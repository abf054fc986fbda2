import { generate, type PasswordOptions } from '../generator/index.ts';
import { needsSettings } from '../messaging/api-problem.ts';
import type { ApiFailureToTell, FillOutcome } from '../messaging/fill-outcome.ts';
import { EMPTY_RULE, fitServerOptions, generateWithin } from '../site-rules/generate-within.ts';
import type { MergedRule } from '../site-rules/merge.ts';
import { notesOfKind, type SiteNotes } from '../site-rules/site-notes.ts';
import { type ApiSettings, apiSettings } from '../storage/api-settings.ts';
import {
  chosenKind,
  fitOptions,
  type KindName,
  type KindOptions,
  kindOptions,
  requestOf,
} from '../storage/kind-options.ts';
import { makeByApi } from './api-password.ts';

/** A password and who made it. */
export interface MadePassword {
  readonly password: string;
  readonly madeBy?: string;
  /** What was changed for the site, and what it may still object to. */
  readonly notes?: Omit<SiteNotes, 'host'>;
  /** Why the API did not make it, although it should have. */
  readonly insteadOf?: ApiFailureToTell;
}

/** What the person wants made, and by whom. */
interface Preferences {
  readonly kind: KindName;
  readonly options: KindOptions[KindName];
  readonly api: ApiSettings;
}

/** Reads what is wanted; can be begun while the page is still being looked at. */
export async function readPreferences(): Promise<Preferences> {
  const api = apiSettings.read();
  const kind = await chosenKind.read();
  return { kind, options: await kindOptions[kind].read(), api: await api };
}

/**
 * Makes a password of the chosen kind where the person wants it made, within what the site accepts. Servers make passwords
 * only; the other kinds are always made on this device, and are never exchanged for a password that would fit.
 */
export async function makePassword(
  site: MergedRule = EMPTY_RULE,
  wanted: Promise<Preferences> = readPreferences(),
): Promise<MadePassword | FillOutcome> {
  const { kind, options, api } = await wanted;
  if (kind === 'password') return makeByPreference(options as PasswordOptions, api, site);
  return makeOfKind<KindName>(kind, options, site);
}

/**
 * A failing API is replaced by this device only if the person has chosen so, never in silence, and never where the
 * settings are at fault: a refused key stays refused.
 */
async function makeByPreference(
  options: PasswordOptions,
  { on, fallback }: ApiSettings,
  site: MergedRule,
): Promise<MadePassword | FillOutcome> {
  if (!on) return makeLocally(options, site);
  const asked = fitServerOptions(options, site);
  if (!asked.ok) return { code: 'impossible', error: asked.error };
  const made = await makeByApi({ options: asked.options, rule: site.rule });
  if (made.ok) {
    const { password, host, entropyAtMostBits: bits, strengthAtMost: strength } = made;
    return { password, madeBy: host, ...noted({ adjustments: asked.adjustments, bits, strength }) };
  }
  const failure = { host: made.host, problem: made.problem };
  if (fallback === 'ask' || needsSettings(made.problem)) return { code: 'api_failed', failure };
  const local = makeLocally(options, site);
  return 'code' in local ? local : { ...local, insteadOf: failure };
}

function makeLocally(options: PasswordOptions, site: MergedRule): MadePassword | FillOutcome {
  const made = generateWithin(options, site);
  if (!made.ok) return { code: 'impossible', error: made.error };
  const { password, adjustments = [], entropyBits: bits, strength } = made;
  return { password, ...noted({ adjustments, bits, strength }) };
}

/** Words, syllables and PINs: what they can be is not changed for a site, but for the length of a PIN. */
async function makeOfKind<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name],
  site: MergedRule,
): Promise<MadePassword | FillOutcome> {
  const { maxLength } = site.rule;
  const fitted = fitOptions(options, maxLength);
  const made = generate(await requestOf(kind, fitted));
  if (!made.ok) return { code: 'impossible', error: made.error };
  const { password, entropyBits: bits, strength } = made;
  if (maxLength !== undefined && password.length > maxLength) return { code: 'too_long', maxLength };
  return { password, ...noted({ ...notesOfKind(password, site, [options, fitted]), bits, strength }) };
}

/** Notes, where there is anything to note. */
function noted(notes: Omit<SiteNotes, 'host'>): Pick<MadePassword, 'notes'> {
  return notes.adjustments.length > 0 || notes.unmet ? { notes } : {};
}
