import * as v from 'valibot';
import {
  bytes,
  decryptText,
  type EncryptedText,
  encryptedEntries,
  encryptText,
  fromBase64,
  randomBytes,
  toBase64,
} from './aes-gcm.ts';
import { whole } from './schema.ts';

/** More rounds would keep the person waiting for minutes. */
const MAX_ITERATIONS = 10_000_000;

export const lockedSchema = v.object({
  ...encryptedEntries,
  salt: bytes,
  iterations: whole(1, MAX_ITERATIONS),
});

/** A text that only its passphrase decrypts. */
export interface LockedText extends EncryptedText {
  /** In base64. */
  readonly salt: string;
  readonly iterations: number;
}

/** PBKDF2-SHA-256 rounds, as recommended by OWASP's Password Storage Cheat Sheet. */
const ITERATIONS = 600_000;
/** NIST SP 800-132: at least 128 bits of salt. */
const SALT_BYTES = 16;

/** Encrypts a text with AES-256-GCM under a key derived from the passphrase. */
export async function lockText(text: string, passphrase: string): Promise<LockedText> {
  const salt = randomBytes(SALT_BYTES);
  const key = await deriveKey(passphrase, salt, ITERATIONS);
  return { ...(await encryptText(key, text)), salt: toBase64(salt), iterations: ITERATIONS };
}

/** Decrypts a text; `undefined` if the passphrase is wrong or the stored text has been altered. */
export async function unlockText(locked: LockedText, passphrase: string): Promise<string | undefined> {
  return decryptText(await deriveKey(passphrase, fromBase64(locked.salt), locked.iterations), locked);
}

async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // Another keyboard can compose the same passphrase from other code points.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}
