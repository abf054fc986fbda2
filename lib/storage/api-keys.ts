import * as v from 'valibot';
import { keyProblem } from '../api/header-text.ts';
import type { KeyKeeping } from '../messaging/key-messages.ts';
import { encryptedEntries } from './aes-gcm.ts';
import { lockedSchema } from './passphrase-lock.ts';
import { flag, listOf, maybe, oneOf, orElse, type Schema, text, time } from './schema.ts';
import { storedItem } from './stored-item.ts';

const keepingSchema = oneOf<KeyKeeping>(['session', 'passphrase', 'device']);

/** Longer than the id of any service, which has a base URL in it. */
const serviceText = text(2200, 1);

const infoEntries = {
  /** Drawn anew for each key that is saved, so that nothing meant for one key touches another. */
  id: text(64, 1),
  /** The service that the key belongs to, by `ApiService.id`. */
  service: serviceText,
  keeping: orElse(keepingSchema, 'session'),
  /** The last four characters; empty for a key shorter than twelve. */
  ending: orElse(text(4), ''),
  /** In milliseconds since 1970. */
  savedAt: orElse(time, 0),
};
const infoSchema = v.object(infoEntries);

/** The part of a key that the interface may show. */
export type KeyInfo = Readonly<v.InferOutput<typeof infoSchema>>;

const keyText: Schema<string> = v.custom<string>((key) => typeof key === 'string' && !keyProblem(key));
const openSchema = v.object({ ...infoEntries, key: keyText });
const encryptedSchema = v.object({
  ...infoEntries,
  /** The key under its passphrase. */
  locked: maybe(lockedSchema),
  /** The key under the key of this device. */
  wrapped: maybe(v.object(encryptedEntries)),
  /** Whether the key of this device was found to be lost. */
  isLost: maybe(flag),
});

export type OpenKey = Readonly<v.InferOutput<typeof openSchema>>;
export type EncryptedKey = Readonly<v.InferOutput<typeof encryptedSchema>>;

/** One key for each service. */
export const MAX_KEYS = 100;

/** The keys on disk, all of them encrypted. */
export const encryptedKeys = storedItem<readonly EncryptedKey[]>({
  key: 'apiKeys',
  area: 'local',
  version: 1,
  schema: orElse(listOf(encryptedSchema, MAX_KEYS), []),
});

/** The keys that are kept in memory only, or that a passphrase has unlocked. */
export const openKeys = storedItem<readonly OpenKey[]>({
  key: 'apiOpenKeys',
  area: 'session',
  version: 1,
  schema: orElse(listOf(openSchema, MAX_KEYS), []),
});

/**
 * When each key was last used, by its id, in milliseconds since 1970. Apart from the keys, so that a call
 * which ends late writes to no key, least of all to one that was deleted meanwhile.
 */
export const keyUses = storedItem<readonly (readonly [id: string, atMs: number])[]>({
  key: 'apiKeyUses',
  area: 'local',
  version: 1,
  schema: orElse(listOf(v.tuple([text(64, 1), time]), MAX_KEYS), []),
});

/** All items about keys. */
export const keyItems = [encryptedKeys, openKeys, keyUses] as const;

/** The key of a service, where it is stored; at most one of the two counts. */
export interface StoredKey {
  readonly encrypted?: EncryptedKey | undefined;
  readonly open?: OpenKey | undefined;
}

/**
 * Finds the key of a service. The disk decides, so that a change is made by one write: an open key counts
 * only beside the encrypted one with the same id, or if it is kept in memory only and the disk has none.
 */
export async function findKey(service: string): Promise<StoredKey> {
  const [onDisk, inMemory] = await Promise.all([encryptedKeys.read(), openKeys.read()]);
  const encrypted = onDisk.find((key) => key.service === service);
  const counts = ({ id, keeping }: OpenKey) => (encrypted ? id === encrypted.id : keeping === 'session');
  return { encrypted, open: inMemory.find((key) => key.service === service && counts(key)) };
}

/** Records when a key was used. */
export async function recordKeyUse(id: string, now = Date.now()): Promise<void> {
  await keyUses.update((uses) =>
    [[id, now] as const, ...uses.filter(([used]) => used !== id)].slice(0, MAX_KEYS),
  );
}
