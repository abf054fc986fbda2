import type { FillOutcome } from '../messaging/fill-outcome.ts';
import { storedItem } from './stored-item.ts';

/** A password that left Passmint, kept so that it can be found again. Times are milliseconds since 1970. */
export interface PasswordEntry {
  readonly id: string;
  readonly password: string;
  /** When it was last copied or filled. */
  readonly at: number;
  /** When it was last copied. */
  readonly copiedAt?: number;
  /** The server that made it; missing for those made on this device. */
  readonly madeBy?: string;
  /** Where it was last filled into. */
  readonly host?: string;
  /** How that went; missing while it is under way, or if it was cut off. */
  readonly outcome?: FillOutcome;
}

/** What is about to happen to a password. */
export type PasswordUse = { readonly password: string; readonly madeBy?: string } & (
  | { readonly how: 'copied' }
  | { readonly how: 'filled'; readonly host: string }
);

/** Newest first; memory only, trusted contexts only, gone with the browser. */
export const recentPasswords = storedItem<readonly PasswordEntry[]>({
  key: 'recentPasswords',
  area: 'session',
  version: 1,
  parse: (stored) => (Array.isArray(stored) ? stored : []),
});

const KEPT = 20;

/** Writes the password down before anybody else sees it, and returns its entry. */
export async function rememberPassword(use: PasswordUse, now: number = Date.now()): Promise<PasswordEntry> {
  const entries = await recentPasswords.read();
  const known = entries.find(({ password }) => password === use.password);
  const entry: PasswordEntry = {
    ...(known ?? { id: crypto.randomUUID(), password: use.password }),
    at: now,
    ...(use.madeBy && { madeBy: use.madeBy }),
    ...(use.how === 'copied' ? { copiedAt: now } : { host: use.host }),
  };
  await recentPasswords.write([entry, ...entries.filter((other) => other !== known)].slice(0, KEPT));
  return entry;
}

/** Notes how the fill of an entry went. */
export async function noteOutcome(id: string, outcome: FillOutcome): Promise<void> {
  const entries = await recentPasswords.read();
  await recentPasswords.write(entries.map((entry) => (entry.id === id ? { ...entry, outcome } : entry)));
}

/** The password copied last, which the clipboard may still hold. */
export async function lastCopied(): Promise<PasswordEntry | undefined> {
  const copied = (await recentPasswords.read()).filter(({ copiedAt }) => copiedAt !== undefined);
  return copied.sort((a, b) => (b.copiedAt ?? 0) - (a.copiedAt ?? 0))[0];
}
