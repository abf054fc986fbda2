import * as v from 'valibot';
import { type KeyProblem, keyProblem } from '../api/header-text.ts';
import { lockedSchema, lockText, unlockText } from './passphrase-lock.ts';
import { maybe, objectOf, oneOf, orElse, type Schema, text, time } from './schema.ts';
import { storedItem } from './stored-item.ts';
import { nextTryAt, recordTry } from './unlock-tries.ts';

const modeSchema = oneOf(['session', 'passphrase', 'plain']);

/**
 * Where a key is stored: in memory until the browser closes, on disk under a passphrase, or on disk in plain
 * text.
 */
export type KeyStorageMode = v.InferOutput<typeof modeSchema>;

const infoSchema = objectOf({
  keeping: orElse<KeyStorageMode>(modeSchema, 'session'),
  /** The last four characters; empty for a key shorter than twelve. */
  ending: orElse(text(4), ''),
  savedAt: orElse(time, 0),
  usedAt: maybe(time),
});

/** The part of a key that the interface may show. Times are milliseconds since 1970. */
export type KeyInfo = Readonly<v.InferOutput<typeof infoSchema>>;

/** Whether a key is stored, and whether it can be used now. */
export type KeyState =
  | { readonly status: 'none' }
  | { readonly status: 'locked' | 'ready'; readonly info: KeyInfo };

const keyText: Schema<string> = v.custom<string>((key) => typeof key === 'string' && !keyProblem(key));
const openSchema = v.object({ key: keyText, info: infoSchema });
const lockedKeySchema = v.object({ locked: lockedSchema, info: infoSchema });
const inputSchema = v.object({
  key: keyText,
  keeping: modeSchema,
  /** For the mode `passphrase`. */
  passphrase: maybe(text(4096)),
});

type OpenKey = Readonly<v.InferOutput<typeof openSchema>>;
type LockedKey = Readonly<v.InferOutput<typeof lockedKeySchema>>;

/** A key as a person enters it. */
export type KeyInput = Readonly<v.InferOutput<typeof inputSchema>>;

/** The key as this session uses it, wherever it is stored. */
const sessionKey = keyItem<OpenKey>('apiKey', 'session', openSchema);
const plainKey = keyItem<OpenKey>('apiKeyPlain', 'local', openSchema);
const lockedKey = keyItem<LockedKey>('apiKeyLocked', 'local', lockedKeySchema);
/** A key that replaces the stored one once a call with it has succeeded. */
const candidateKey = keyItem<KeyInput>('apiKeyCandidate', 'session', inputSchema);

/** All items that hold a key. */
export const keyItems = [sessionKey, plainKey, lockedKey, candidateKey] as const;

function keyItem<T>(key: string, area: 'local' | 'session', schema: Schema<T>) {
  return storedItem({ key, area, version: 1, schema: orElse<T | null>(schema, null) });
}

/** Stores a key in place of any other, unless it has a problem: then returns that and changes nothing. */
export async function saveKey(
  { key, keeping, passphrase }: KeyInput,
  now = Date.now(),
): Promise<KeyProblem | undefined> {
  const trimmed = key.trim();
  const problem = keyProblem(trimmed);
  if (problem) return problem;
  const info: KeyInfo = { keeping, ending: trimmed.length < 12 ? '' : trimmed.slice(-4), savedAt: now };
  const open = { key: trimmed, info };
  const locked =
    keeping === 'passphrase' ? { locked: await lockText(trimmed, passphrase ?? ''), info } : null;
  // The new key is written before the old one is removed, so that no failure leaves none.
  await sessionKey.update(() => open);
  await plainKey.update(() => (keeping === 'plain' ? open : null));
  await lockedKey.update(() => locked);
  await candidateKey.update(() => null);
  return undefined;
}

/** Stores a key as the candidate beside the one in use, unless it has a problem. */
export async function saveCandidateKey(candidate: KeyInput): Promise<KeyProblem | undefined> {
  const problem = keyProblem(candidate.key.trim());
  if (!problem) await candidateKey.update(() => ({ ...candidate, key: candidate.key.trim() }));
  return problem;
}

/** Makes the candidate the stored key if its test passed; otherwise deletes it. */
export async function settleCandidateKey(passed: boolean): Promise<void> {
  const candidate = await candidateKey.read();
  if (candidate && passed) await saveKey(candidate);
  else await candidateKey.update(() => null);
}

/** The key itself; only the background's calls use it. */
export async function readKey(which: 'current' | 'candidate' = 'current'): Promise<string | undefined> {
  if (which === 'candidate') return (await candidateKey.read())?.key;
  return ((await sessionKey.read()) ?? (await plainKey.read()))?.key;
}

/** The state of the key, as the interface may show it. */
export async function keyState(): Promise<KeyState> {
  const open = (await sessionKey.read()) ?? (await plainKey.read());
  if (open) return { status: 'ready', info: open.info };
  const locked = await lockedKey.read();
  return locked ? { status: 'locked', info: locked.info } : { status: 'none' };
}

/** Calls back after every change of the state; returns a function that stops it. */
export function watchKeyState(
  changed: (state: KeyState) => void,
  failed: (error: unknown) => void,
): () => void {
  const refresh = () => void keyState().then(changed, failed);
  const stops = [sessionKey.watch(refresh), plainKey.watch(refresh), lockedKey.watch(refresh)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Whether the key was unlocked, and if not, when the next try is allowed, in milliseconds since 1970. */
export type UnlockResult =
  | { readonly unlocked: true }
  | { readonly unlocked: false; readonly tryAgainAt: number };

/**
 * Unlocks the key for this session. From the third wrong passphrase in a row, each makes the next try wait
 * longer.
 */
export async function unlockKey(passphrase: string, now: () => number = Date.now): Promise<UnlockResult> {
  const tryAgainAt = await nextTryAt(now());
  const stored = await lockedKey.read();
  if (tryAgainAt > now() || !stored) return { unlocked: false, tryAgainAt };
  const key = await unlockText(stored.locked, passphrase);
  if (key !== undefined) await sessionKey.update(() => ({ key, info: stored.info }));
  const next = await recordTry(key !== undefined, now());
  return key === undefined ? { unlocked: false, tryAgainAt: next } : { unlocked: true };
}

/** The age of a key since it was saved, in whole days. */
export function ageInDays({ savedAt }: KeyInfo, now = Date.now()): number {
  return Math.floor((now - savedAt) / 86_400_000);
}

/**
 * Deletes the key and its candidate from what is stored. The files of the browser's database may hold a key
 * until the browser rewrites them.
 */
export async function deleteKey(): Promise<void> {
  await Promise.all(keyItems.map((item) => item.update(() => null)));
}

/** Records when the key was last used. */
export async function recordKeyUse(now = Date.now()): Promise<void> {
  const used = <Key extends OpenKey | LockedKey>(stored: Key | null) =>
    stored && { ...stored, info: { ...stored.info, usedAt: now } };
  await Promise.all([sessionKey.update(used), plainKey.update(used), lockedKey.update(used)]);
}
