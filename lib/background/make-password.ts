import { isBelowFloor, type PasswordOptions } from '../generator/index.ts';
import { allowsFallback } from '../messaging/api-problem.ts';
import type { ApiFailure, FillOutcome } from '../messaging/fill-outcome.ts';
import { generateKind } from '../site-rules/generate-kind.ts';
import { EMPTY_RULE, fitServerOptions } from '../site-rules/generate-within.ts';
import type { MergedRule } from '../site-rules/merge.ts';
import type { SiteNotes } from '../site-rules/site-notes.ts';
import { type ApiSettings, apiService, apiSettings } from '../storage/api-settings.ts';
import {
  fillKind,
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
  /** What was changed for the site, what the site may still object to, and the strength. */
  readonly notes: Omit<SiteNotes, 'host'>;
  /** Whether the strength is below the floor, and the person has not chosen PINs. */
  readonly weak?: boolean;
  /** Why the API did not make it, although the person has switched the API on. */
  readonly insteadOf?: ApiFailure;
}

/** The kind and options that the person has chosen for fills, and whether a server makes passwords. */
interface Preferences {
  readonly kind: KindName;
  readonly options: KindOptions[KindName];
  readonly api: ApiSettings;
}

/** Reads the stored preferences; callers start it early, while the page is still being surveyed. */
export async function readPreferences(): Promise<Preferences> {
  const [kind, api] = await Promise.all([fillKind.read(), apiSettings.read()]);
  return { kind, options: await kindOptions[kind].read(), api };
}

/** What else a password depends on. */
interface MakeContext {
  readonly preferences?: Promise<Preferences>;
  /** Whether it is for a private window, of which nothing is recorded. */
  readonly incognito?: boolean;
  /** Cancels the request to a server. */
  readonly signal?: AbortSignal;
  /** Called with the host of a server right before it is asked. */
  readonly asking?: (host: string) => void;
}

/**
 * Makes a password of the kind for fills, within what the site accepts. Servers make only the kind
 * `password`; this device makes the other kinds, and never swaps them for a password that would fit the site
 * better.
 */
export async function makePassword(
  site: MergedRule = EMPTY_RULE,
  { preferences = readPreferences(), ...context }: MakeContext = {},
): Promise<MadePassword | FillOutcome> {
  const chosen = await preferences;
  const byServer = chosen.kind === 'password' && chosen.api.on;
  return byServer ? makeByServer(chosen, site, context) : makeLocally(chosen, site);
}

/**
 * Asks the API for the password. This device takes its place only if the person has chosen so, and never
 * where the API was never set up to work.
 */
async function makeByServer(
  chosen: Preferences,
  site: MergedRule,
  { incognito = false, signal, asking }: Omit<MakeContext, 'preferences'>,
): Promise<MadePassword | FillOutcome> {
  const request = fitServerOptions(chosen.options as PasswordOptions, site);
  if (!request.ok) return { code: 'impossible', error: request.error };
  asking?.(apiService(chosen.api).host);
  const { options } = request;
  const made = await requestApiPassword({ options, rule: site.rule, incognito, ...(signal && { signal }) });
  if (made.ok) {
    const { password, host, entropyAtMostBits: bits, strengthAtMost: strength } = made;
    const notes = { adjustments: request.adjustments, bits, strength, isAtMost: true } as const;
    return { password, madeBy: host, notes, ...weaknessOf(bits) };
  }
  const failure = { host: made.host, problem: made.problem };
  if (chosen.api.fallback === 'ask' || !allowsFallback(made.problem)) return { code: 'api_failed', failure };
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
  const { password, adjustments, unmet, entropyBits: bits, strength, isAtLeast } = made;
  // A page that asks for what no PIN has wants a password, and a PIN would be far too weak as one.
  if (kind === 'pin' && unmet) return { code: 'pin_refused', bound: unmet };
  if (maxLength !== undefined && password.length > maxLength) return { code: 'too_long', maxLength };
  const notes = { adjustments, ...(unmet && { unmet }), bits, strength, ...(isAtLeast && { isAtLeast }) };
  return { password, notes, ...(kind !== 'pin' && weaknessOf(bits)) };
}

/** Weakness by the strength of what was made, whatever has caused it: the site, the options or a list. */
function weaknessOf(bits: number): Pick<MadePassword, 'weak'> {
  return isBelowFloor(bits) ? { weak: true } : {};
}
