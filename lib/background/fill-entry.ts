import type { FrameSurvey } from '../content/survey.ts';
import type { FilledOutcome, FillOutcome } from '../messaging/fill-outcome.ts';
import type { FrameReply } from '../platform/frames.ts';
import { StorageFailure } from '../storage/damaged-items.ts';
import { type PasswordEntry, recentPasswords, rememberPassword } from '../storage/recent-passwords.ts';
import { startEarly } from './end-quietly.ts';
import { type MadePassword, makePassword, readPreferences } from './make-password.ts';
import { hostOf, loadKnownRules, resolveSiteRule } from './resolve-site-rule.ts';

/** The entry to fill, with what the outcome reports about its password. */
export type PreparedEntry = Pick<FilledOutcome, 'site' | 'weak' | 'insteadOf'> & {
  readonly entry: PasswordEntry;
};

/** Finds or makes the entry for the chosen frame, or says why there is none. */
export type EntrySource = (frame: FrameReply<FrameSurvey>) => Promise<PreparedEntry | FillOutcome>;

/** What making a password for a fill depends on. */
interface MakeEntry {
  readonly incognito: boolean;
  /** Cancels the request to a server, and keeps what comes all the same from being stored. */
  readonly signal: AbortSignal;
  /** Called with the host of a server right before it is asked. */
  readonly asking: (host: string) => void;
}

/**
 * Makes a new password for the chosen frame. Reading storage starts at once, while the page is still being
 * surveyed, because both take time in a busy browser.
 */
export function makeEntries({ incognito, signal, asking }: MakeEntry): EntrySource {
  const preferences = startEarly(readPreferences());
  const knownRules = startEarly(loadKnownRules(incognito));
  return async ({ result: { origin, hints } }) => {
    await preferences;
    if (signal.aborted) return { code: 'moved' };
    const rule = hints && (await resolveSiteRule(origin, hints, knownRules));
    try {
      const made = await makePassword(rule, { preferences, incognito, signal, asking });
      if ('code' in made) return made;
      if (signal.aborted) return { code: 'moved' };
      return await rememberMade(made, hostOf(origin), incognito);
    } catch (error) {
      if (error instanceof StorageFailure) return { code: 'not_saved' };
      throw error;
    }
  };
}

async function rememberMade(made: MadePassword, host: string, incognito: boolean): Promise<PreparedEntry> {
  const { password, madeBy, notes, ...details } = made;
  const use = { action: 'filled', password, host, incognito, ...(madeBy && { madeBy }) } as const;
  const entry = await rememberPassword(use);
  return { entry, ...details, site: { host, ...notes } };
}

/** Finds the password that the popup showed and stored, if it was stored for the host of the frame. */
export function findEntry(id: string): EntrySource {
  return async ({ result: { origin, hints } }) => {
    const entry = (await recentPasswords.read()).find((one) => one.id === id);
    if (entry?.host !== hostOf(origin)) return { code: 'moved' };
    const maxLength = hints?.maxLength;
    if (maxLength && entry.password.length > maxLength) return { code: 'too_long', maxLength };
    return { entry };
  };
}
