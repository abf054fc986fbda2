import type { Scope } from '../keys.ts';

/** What is stored of a key. Times are milliseconds since 1970. */
export interface KeyRecord {
  readonly id: string;
  /** The SHA-256 of the key in hexadecimal digits. */
  readonly hash: string;
  readonly label: string;
  readonly scopes: readonly Scope[];
  /** Addresses and ranges in CIDR notation that may use the key; none means all. */
  readonly addresses: readonly string[];
  readonly limitPerMinute: number;
  readonly createdAt: number;
  readonly expiresAt: number | undefined;
  readonly revokedAt: number | undefined;
  readonly lastUsedAt: number | undefined;
  /** The id of the key that this one succeeds. */
  readonly rotatedFrom: string | undefined;
}

/** Where keys are kept. Each method rejects if the store does not answer. */
export interface KeyStore {
  find(id: string): Promise<KeyRecord | undefined>;
  list(): Promise<readonly KeyRecord[]>;
  insert(record: KeyRecord): Promise<void>;
  /** Adds the successor of a key and sets the end of the old one, both or neither. */
  replace(id: string, oldExpiresAt: number, successor: KeyRecord): Promise<void>;
  /** Whether there was such a key. A key that is revoked already keeps its first time. */
  revoke(id: string, at: number): Promise<boolean>;
  /** Writes when keys were last used. */
  touch(usedAt: ReadonlyMap<string, number>): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}
