import * as v from 'valibot';
import { systemRandom } from '../generator/random.ts';
import { whole } from './schema.ts';

/** Twice as long as the longest key in base64. */
const MAX_BYTES = 12_000;
const BASE64 = /^(?:[a-z\d+/]{4})+$|^(?:[a-z\d+/]{4})*[a-z\d+/]{2}[a-z\d+/=]=$/i;
const bytes = v.custom<string>(
  (stored) => typeof stored === 'string' && stored.length <= MAX_BYTES && BASE64.test(stored),
);

/** More rounds would keep the person waiting for minutes. */
const MAX_ITERATIONS = 10_000_000;

export const lockedSchema = v.object({
  salt: bytes,
  iv: bytes,
  data: bytes,
  iterations: whole(1, MAX_ITERATIONS),
});

/** A text that only its passphrase decrypts. Bytes are base64, so that it can be stored as JSON. */
export type LockedText = Readonly<v.InferOutput<typeof lockedSchema>>;

/** PBKDF2-SHA-256 rounds, as recommended by OWASP's Password Storage Cheat Sheet. */
const ITERATIONS = 600_000;
/** NIST SP 800-132: at least 128 bits of salt. */
const SALT_BYTES = 16;
/** NIST SP 800-38D: 96 bits, the length that AES-GCM is designed for; drawn anew for every lock. */
const IV_BYTES = 12;

/** Encrypts a text with AES-256-GCM under a key derived from the passphrase. */
export async function lockText(text: string, passphrase: string): Promise<LockedText> {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const key = await deriveKey(passphrase, salt, ITERATIONS);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  return {
    salt: toBase64(salt),
    iv: toBase64(iv),
    data: toBase64(new Uint8Array(data)),
    iterations: ITERATIONS,
  };
}

/** Decrypts a text; `undefined` if the passphrase is wrong or the stored text has been altered. */
export async function unlockText(locked: LockedText, passphrase: string): Promise<string | undefined> {
  const key = await deriveKey(passphrase, fromBase64(locked.salt), locked.iterations);
  const cipher = { name: 'AES-GCM', iv: fromBase64(locked.iv) };
  // AES-GCM authenticates, so decryption fails with a wrong key.
  const bytes = await crypto.subtle.decrypt(cipher, key, fromBase64(locked.data)).catch(() => undefined);
  return bytes && new TextDecoder().decode(new Uint8Array(bytes));
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

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  systemRandom(bytes);
  return bytes;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
