import * as v from 'valibot';
import { systemRandom } from '../generator/random.ts';

/** Twice as long as the longest key in base64. */
const MAX_BYTES = 12_000;
const BASE64 = /^(?:[a-z\d+/]{4})+$|^(?:[a-z\d+/]{4})*[a-z\d+/]{2}[a-z\d+/=]=$/i;

/** Bytes in base64. */
export const bytes = v.custom<string>(
  (stored) => typeof stored === 'string' && stored.length <= MAX_BYTES && BASE64.test(stored),
);

export const encryptedEntries = { iv: bytes, data: bytes };

/** A text that was encrypted with AES-256-GCM. Bytes are base64, so that it can be stored as JSON. */
export type EncryptedText = Readonly<{ iv: string; data: string }>;

/** NIST SP 800-38D: 96 bits, the length that AES-GCM is designed for; drawn anew for every text. */
const IV_BYTES = 12;

/** Encrypts a text. Only with the same `context` can it be decrypted again. */
export async function encryptText(key: CryptoKey, text: string, context = ''): Promise<EncryptedText> {
  const iv = randomBytes(IV_BYTES);
  const data = await crypto.subtle.encrypt(cipher(iv, context), key, new TextEncoder().encode(text));
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Decrypts a text; `undefined` if the key or the context is another, or the stored text has been altered. */
export async function decryptText(
  key: CryptoKey,
  { iv, data }: EncryptedText,
  context = '',
): Promise<string | undefined> {
  // AES-GCM authenticates, so decryption fails with a wrong key.
  const bytes = await crypto.subtle
    .decrypt(cipher(fromBase64(iv), context), key, fromBase64(data))
    .catch(() => undefined);
  return bytes && new TextDecoder().decode(new Uint8Array(bytes));
}

const cipher = (iv: Uint8Array<ArrayBuffer>, context: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(context),
});

export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  systemRandom(bytes);
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
