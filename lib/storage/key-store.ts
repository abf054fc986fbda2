import type { SaveKeyRequest, UnlockResult } from '../messaging/key-messages.ts';
import {
  type EncryptedKey,
  encryptedKeys,
  findKey,
  type KeyInfo,
  keyUses,
  MAX_KEYS,
  type OpenKey,
  openKeys,
} from './api-keys.ts';
import { lockToDevice, unlockOnDevice } from './device-lock.ts';
import { runExclusively } from './lock.ts';
import { lockText, unlockText } from './passphrase-lock.ts';
import { nextTryAt, recordTry } from './unlock-tries.ts';

// Only the background writes and opens keys. It never stops waiting for a lock.

/** One change of the keys at a time. */
const changingKeys = <T>(change: () => Promise<T>): Promise<T> => runExclusively('apiKeysChange', change);

type Keys<Key> = readonly Key[];
const without = <Key extends KeyInfo>(keys: Keys<Key>, service: string) =>
  keys.some((key) => key.service === service) ? keys.filter((key) => key.service !== service) : keys;
const withNew = <Key extends KeyInfo>(keys: Keys<Key>, key: Key) =>
  [key, ...without(keys, key.service)].slice(0, MAX_KEYS);

/**
 * Keeps a key, which has no spaces around it and no `keyProblem`, in place of any other of its service, and
 * returns its id. Rejects with `DeviceLockError`, or as a write does, and
 * then the other stays. The disk is written last for a key in memory and first for all others, because it
 * decides which key counts.
 */
export async function saveKey(
  { service, key, keeping, passphrase = '' }: SaveKeyRequest,
  now = Date.now(),
): Promise<string> {
  const ending = key.length < 12 ? '' : key.slice(-4);
  const info: KeyInfo = { id: crypto.randomUUID(), service, keeping, ending, savedAt: now };
  const open: OpenKey = { ...info, key };
  const encrypted = await encryptKey(open, passphrase);
  await changingKeys(async () => {
    if (encrypted) await encryptedKeys.update((keys) => withNew(keys, encrypted));
    await openKeys.update((keys) => (keeping === 'device' ? without(keys, service) : withNew(keys, open)));
    if (!encrypted) await encryptedKeys.update((keys) => without(keys, service));
    await forgetUses();
  });
  return info.id;
}

/** The key as the disk gets it; `undefined` for a key in memory only. */
async function encryptKey({ key, ...info }: OpenKey, passphrase: string): Promise<EncryptedKey | undefined> {
  if (info.keeping === 'session') return undefined;
  if (info.keeping === 'passphrase') return { ...info, locked: await lockText(key, passphrase) };
  return { ...info, wrapped: await lockToDevice(key, contextOf(info)) };
}

/** Binds a wrapped key to its service, so that a change of what is stored cannot hand it to another. */
const contextOf = ({ id, service }: KeyInfo) => `${id} ${service}`;

/** Deletes the key of a service. The browser's files may hold what was on disk until they are rewritten. */
export function deleteKey(service: string): Promise<void> {
  return changingKeys(async () => {
    await encryptedKeys.update((keys) => without(keys, service));
    await openKeys.update((keys) => without(keys, service));
    await forgetUses();
  });
}

/** Deletes when keys were used that are not there any more. */
async function forgetUses(): Promise<void> {
  const ids = new Set([...(await encryptedKeys.read()), ...(await openKeys.read())].map(({ id }) => id));
  await keyUses.update((uses) =>
    uses.every(([id]) => ids.has(id)) ? uses : uses.filter(([id]) => ids.has(id)),
  );
}

/** Locks a key under a passphrase again. */
export function lockKey(service: string): Promise<void> {
  return changingKeys(async () => {
    const { encrypted } = await findKey(service);
    if (encrypted?.locked) await openKeys.update((keys) => without(keys, service));
  });
}

/**
 * Unlocks a key for this session. From the third wrong passphrase in a row, each makes the next try wait
 * longer. One try at a time, so that many at once cannot go round the wait.
 */
export function unlockKey(
  service: string,
  passphrase: string,
  now: () => number = Date.now,
): Promise<UnlockResult> {
  return runExclusively('apiKeysUnlock', async () => {
    const tryAgainAt = await nextTryAt(now());
    const { encrypted } = await findKey(service);
    if (tryAgainAt > now() || !encrypted?.locked) return { unlocked: false, tried: false, tryAgainAt };
    const key = await unlockText(encrypted.locked, passphrase);
    const next = await recordTry(key !== undefined, now());
    if (key === undefined) return { unlocked: false, tried: true, tryAgainAt: next };
    const isKept = await keepOpen(encrypted, key);
    return isKept ? { unlocked: true } : { unlocked: false, tried: false, tryAgainAt: 0 };
  });
}

/** Keeps an unlocked key in memory, unless it was deleted or replaced while it was being unlocked. */
function keepOpen({ id, service, keeping, ending, savedAt }: EncryptedKey, key: string): Promise<boolean> {
  return changingKeys(async () => {
    if ((await findKey(service)).encrypted?.id !== id) return false;
    await openKeys.update((keys) => withNew(keys, { id, service, keeping, ending, savedAt, key }));
    return true;
  });
}

/** A key that can be sent, or why there is none. */
export type OpenedKey =
  | { readonly id: string; readonly key: string; readonly savedAt: number }
  | { readonly missing: 'no_key' | 'key_locked' | 'key_lost' };

/** Opens the key of a service for a call to it. */
export async function openKey(service: string): Promise<OpenedKey> {
  const { encrypted, open } = await findKey(service);
  if (open) return { id: open.id, key: open.key, savedAt: open.savedAt };
  if (!encrypted) return { missing: 'no_key' };
  if (encrypted.locked) return { missing: 'key_locked' };
  const { id, savedAt, wrapped, isLost } = encrypted;
  const key = wrapped && (await unlockOnDevice(wrapped, contextOf(encrypted)));
  if (key !== undefined) return { id, key, savedAt };
  if (!isLost) await changingKeys(() => markLost(id));
  return { missing: 'key_lost' };
}

/** Lets the settings know that a key cannot be opened any more. */
async function markLost(id: string): Promise<void> {
  await encryptedKeys.update((keys) => keys.map((key) => (key.id === id ? { ...key, isLost: true } : key)));
}
