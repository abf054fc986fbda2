import * as v from 'valibot';
import type { FillOutcome } from '../messaging/fill-outcome.ts';
import { outcomeSchema } from './outcome-schema.ts';
import { flag, host, listOf, maybe, orElse, password, text, time } from './schema.ts';
import { storedItem } from './stored-item.ts';

/** For each of the two sorts, so that a private window pushes no other entry out. */
const MAX_ENTRIES = 20;

// Only what has no password is dropped. Without any other part the password can still be found.
const entrySchema = v.object({
  id: orElse(text(64), ''),
  password,
  /** When it was last copied or filled. */
  at: orElse(time, 0),
  /** When it was last copied. */
  copiedAt: maybe(time),
  /** The server that made it; missing for those made on this device. */
  madeBy: maybe(host),
  /** The host that it was last filled on. */
  host: maybe(host),
  /** The outcome of that fill; missing while it runs, or if it was interrupted. */
  outcome: maybe(outcomeSchema),
  /** Whether it was used in a private window. Such entries are shown only there and end with the last one. */
  incognito: maybe(flag),
});

/** A password that left Passmint, stored so that it can be found again. Times are milliseconds since 1970. */
export type PasswordEntry = Readonly<v.InferOutput<typeof entrySchema>>;

/** A password that is about to be copied or filled. */
export type PasswordUse = {
  readonly password: string;
  readonly madeBy?: string;
  /** Whether that happens in a private window. */
  readonly incognito: boolean;
} & ({ readonly action: 'copied' } | { readonly action: 'filled'; readonly host: string });

/** The latest passwords, newest first; in memory only, until the browser closes. */
export const recentPasswords = storedItem<readonly PasswordEntry[]>({
  key: 'recentPasswords',
  area: 'session',
  version: 1,
  schema: orElse<readonly PasswordEntry[]>(listOf(entrySchema, 2 * MAX_ENTRIES), []),
});

/** Stores a password before the page or the clipboard gets it, so that nothing is lost; returns its entry. */
export async function rememberPassword(use: PasswordUse, now: number = Date.now()): Promise<PasswordEntry> {
  const { incognito } = use;
  const entries = await recentPasswords.update((stored) => {
    const own = entriesOf(stored, incognito);
    const known = own.find(({ password }) => password === use.password);
    const entry = { ...entryOf(use, known, now), ...(incognito && { incognito }) };
    const kept = own.filter((other) => other !== known).slice(0, MAX_ENTRIES - 1);
    return [entry, ...kept, ...entriesOf(stored, !incognito)];
  });
  // The change has just put it first.
  return entries[0] as PasswordEntry;
}

/** The entries of private windows, or all others; newest first. */
export function entriesOf(entries: readonly PasswordEntry[], incognito: boolean): readonly PasswordEntry[] {
  return entries.filter((entry) => Boolean(entry.incognito) === incognito);
}

function entryOf(use: PasswordUse, known: PasswordEntry | undefined, now: number): PasswordEntry {
  return {
    ...(known ?? { id: crypto.randomUUID(), password: use.password }),
    at: now,
    ...(use.madeBy && { madeBy: use.madeBy }),
    ...(use.action === 'copied' ? { copiedAt: now } : { host: use.host }),
  };
}

/** Records the outcome of filling an entry. */
export async function recordOutcome(id: string, outcome: FillOutcome): Promise<void> {
  await recentPasswords.update((entries) =>
    entries.map((entry) => (entry.id === id ? { ...entry, outcome } : entry)),
  );
}

/** The password that was copied last, in windows of either sort; the clipboard may still hold it. */
export async function lastCopied(): Promise<PasswordEntry | undefined> {
  const copied = (await recentPasswords.read()).filter(({ copiedAt }) => copiedAt !== undefined);
  return copied.sort((a, b) => (b.copiedAt ?? 0) - (a.copiedAt ?? 0))[0];
}

/** Deletes the entries of private windows. */
export async function deletePrivatePasswords(): Promise<void> {
  await recentPasswords.update((entries) => {
    const kept = entriesOf(entries, false);
    return kept.length < entries.length ? kept : entries;
  });
}
