import { createStore, get, set } from 'idb-keyval';
import { decryptText, type EncryptedText, encryptText } from './aes-gcm.ts';
import { runExclusively } from './lock.ts';

/** IndexedDB stores a `CryptoKey` whose bytes no script can read; extension storage cannot. */
const keys = createStore('passmint', 'keys');
const NAME = 'device';

/** The browser cannot store the key of this device, as some do that keep no history at all. */
export class DeviceLockError extends Error {
  override readonly name = 'DeviceLockError';
}

/**
 * Encrypts a text with the key of this device, which is made when first needed. Rejects with
 * `DeviceLockError`. Only the background may call it, because a private window of Firefox has an IndexedDB of
 * its own.
 */
export async function lockToDevice(text: string, context: string): Promise<EncryptedText> {
  const key = await runExclusively('deviceKey', storedOrNewKey).catch((cause) => {
    throw new DeviceLockError('The key of this device cannot be stored.', { cause });
  });
  return encryptText(key, text, context);
}

/** Decrypts a text; `undefined` if the key of this device is another or is lost, or the text was altered. */
export async function unlockOnDevice(locked: EncryptedText, context: string): Promise<string | undefined> {
  const key = await get<CryptoKey>(NAME, keys).catch(() => undefined);
  return key && decryptText(key, locked, context);
}

async function storedOrNewKey(): Promise<CryptoKey> {
  const stored = await get<CryptoKey>(NAME, keys);
  if (stored) return stored;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await set(NAME, made, keys);
  return made;
}
