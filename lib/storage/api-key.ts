import { type KeyProblem, keyProblem } from '../api/header-text.ts';
import { type LockedText, lockText, unlockText } from './passphrase-lock.ts';
import { storedItem } from './stored-item.ts';
import { mayTryAt, noteTry } from './unlock-tries.ts';

/** How a key is kept: in memory until the browser closes, on disk under a passphrase, or on disk as it is. */
export type KeyKeeping = 'session' | 'passphrase' | 'plain';

/** What may be shown of a key. Times are milliseconds since 1970. */
export interface KeyInfo {
  readonly keeping: KeyKeeping;
  /** Its last four characters; nothing of a key shorter than twelve. */
  readonly ending: string;
  readonly savedAt: number;
  readonly usedAt?: number;
}

/** Whether there is a key, and whether it can be used now. */
export type KeyState =
  | { readonly status: 'none' }
  | { readonly status: 'locked' | 'ready'; readonly info: KeyInfo };

interface OpenKey {
  readonly key: string;
  readonly info: KeyInfo;
}
interface LockedKey {
  readonly locked: LockedText;
  readonly info: KeyInfo;
}

const orNothing = <T>(stored: unknown) => (stored ?? null) as T | null;
/** The key that can be used in this session, however it is kept. */
const sessionKey = storedItem<OpenKey | null>({
  key: 'apiKey',
  area: 'session',
  version: 1,
  parse: orNothing,
});
const plainKey = storedItem<OpenKey | null>({
  key: 'apiKeyPlain',
  area: 'local',
  version: 1,
  parse: orNothing,
});
const lockedKey = storedItem<LockedKey | null>({
  key: 'apiKeyLocked',
  area: 'local',
  version: 1,
  parse: orNothing,
});
/** A key on trial: it takes the place of the other when it has passed a test. */
const candidateKey = storedItem<NewKey | null>({
  key: 'apiKeyCandidate',
  area: 'session',
  version: 1,
  parse: orNothing,
});

/** A key as a person gives it. */
export interface NewKey {
  readonly key: string;
  readonly keeping: KeyKeeping;
  /** For `passphrase`. */
  readonly passphrase?: string;
}

/** Keeps a key in place of any other; says why it cannot be one. */
export async function saveKey(
  { key, keeping, passphrase }: NewKey,
  now = Date.now(),
): Promise<KeyProblem | undefined> {
  const trimmed = key.trim();
  const problem = keyProblem(trimmed);
  if (problem) return problem;
  const info: KeyInfo = { keeping, ending: trimmed.length < 12 ? '' : trimmed.slice(-4), savedAt: now };
  const open = { key: trimmed, info };
  const locked =
    keeping === 'passphrase' ? { locked: await lockText(trimmed, passphrase ?? ''), info } : null;
  // The new one stands before the old one goes.
  await sessionKey.write(open);
  await plainKey.write(keeping === 'plain' ? open : null);
  await lockedKey.write(locked);
  await candidateKey.write(null);
  return undefined;
}

/** Puts a key on trial beside the one in use; says why it cannot be one. */
export async function proposeKey(candidate: NewKey): Promise<KeyProblem | undefined> {
  const problem = keyProblem(candidate.key.trim());
  if (!problem) await candidateKey.write({ ...candidate, key: candidate.key.trim() });
  return problem;
}

/** The trial is over: a key that passed replaces the other, one that did not is forgotten. */
export async function endTrial(passed: boolean): Promise<void> {
  const candidate = await candidateKey.read();
  if (candidate && passed) await saveKey(candidate);
  else await candidateKey.write(null);
}

/** The key itself, for the background's calls alone. */
export async function readKey(which: 'current' | 'candidate' = 'current'): Promise<string | undefined> {
  if (which === 'candidate') return (await candidateKey.read())?.key;
  return ((await sessionKey.read()) ?? (await plainKey.read()))?.key;
}

/** What may be shown of the key. */
export async function keyState(): Promise<KeyState> {
  const open = (await sessionKey.read()) ?? (await plainKey.read());
  if (open) return { status: 'ready', info: open.info };
  const locked = await lockedKey.read();
  return locked ? { status: 'locked', info: locked.info } : { status: 'none' };
}

/** Calls back with every change of it. */
export function watchKeyState(changed: (state: KeyState) => void): () => void {
  const refresh = () => void keyState().then(changed);
  const stops = [sessionKey.watch(refresh), plainKey.watch(refresh), lockedKey.watch(refresh)];
  return () => {
    for (const stop of stops) stop();
  };
}

export type Unlocking =
  | { readonly unlocked: true }
  | { readonly unlocked: false; readonly tryAgainAt: number };

/** Opens the locked key into this session. Each wrong passphrase makes the next try wait longer. */
export async function unlockKey(passphrase: string, now: () => number = Date.now): Promise<Unlocking> {
  const tryAgainAt = await mayTryAt();
  const stored = await lockedKey.read();
  if (tryAgainAt > now() || !stored) return { unlocked: false, tryAgainAt };
  const key = await unlockText(stored.locked, passphrase);
  if (key !== undefined) await sessionKey.write({ key, info: stored.info });
  const next = await noteTry(key !== undefined, now());
  return key === undefined ? { unlocked: false, tryAgainAt: next } : { unlocked: true };
}

/** How long ago a key was saved, in whole days. */
export function ageInDays({ savedAt }: KeyInfo, now = Date.now()): number {
  return Math.floor((now - savedAt) / 86_400_000);
}

/** Forgets every trace of the key. */
export async function forgetKey(): Promise<void> {
  await Promise.all([sessionKey, plainKey, lockedKey, candidateKey].map((item) => item.write(null)));
}

/** Notes that the key was used. */
export async function noteKeyUsed(now = Date.now()): Promise<void> {
  for (const item of [sessionKey, plainKey, lockedKey] as const) {
    const stored = await item.read();
    if (stored) await item.write({ ...stored, info: { ...stored.info, usedAt: now } } as never);
  }
}
