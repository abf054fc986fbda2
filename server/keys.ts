import { hash, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { below, poolFor, type RandomSource, systemRandom } from '../lib/generator/random.ts';

/** What a key may do. `bulk` and `rules` extend `password`; `mcp` opens the MCP endpoint. */
export const SCOPES = ['password', 'passphrase', 'pin', 'bulk', 'rules', 'mcp', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];

/** The scopes of a key unless it is made with others: all but the administration of keys. */
export const DEFAULT_SCOPES: readonly Scope[] = SCOPES.filter((scope) => scope !== 'admin');

/** A key as it is shown once, and what is stored of it. */
export interface NewKey {
  readonly id: string;
  /** `pmint_<id>_<secret>_<checksum>`. */
  readonly key: string;
  /** The SHA-256 of the key in hexadecimal digits. */
  readonly hash: string;
}

/** The shape of a key. The checksum tells scanners a leaked key from text that only looks like one. */
const SHAPE = /^pmint_([a-z0-9]{10})_([0-9a-f]{64})_([0-9a-f]{8})$/;

const ID_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 10;
const SECRET_BYTES = 32;

/** Makes a key of 256 random bits with an id that may be logged. */
export function createKey(random: RandomSource = systemRandom): NewKey {
  const id = createId(random);
  const secret = new Uint8Array(SECRET_BYTES);
  random(secret);
  const body = `pmint_${id}_${Buffer.from(secret).toString('hex')}`;
  const key = `${body}_${checksumOf(body)}`;
  return { id, key, hash: hashOf(key) };
}

/** The id of a key; `undefined` if it is not of our shape or its checksum shows a typo. */
export function idOf(key: string): string | undefined {
  const [, id, secret, checksum] = SHAPE.exec(key) ?? [];
  return id && checksumOf(`pmint_${id}_${secret}`) === checksum ? id : undefined;
}

/** A hash needs no salt and no slow function, because nobody can guess 256 random bits. */
export function hashOf(key: string): string {
  return hash('sha256', key, 'hex');
}

/** Whether two hexadecimal hashes are equal, in a time that does not depend on where they differ. */
export function hashesEqual(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}

/** A hash that no key has, to compare with where there is no key, so that this takes the same time. */
export const NO_HASH: string = '0'.repeat(64);

function checksumOf(body: string): string {
  return crc32(body).toString(16).padStart(8, '0');
}

function createId(random: RandomSource): string {
  const pool = poolFor(random);
  const character = () => ID_CHARACTERS.charAt(below(ID_CHARACTERS.length, pool));
  return Array.from({ length: ID_LENGTH }, character).join('');
}
