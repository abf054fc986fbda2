import { createKey, type NewKey, type Scope } from './keys.ts';
import type { KeyRecord, KeyStore } from './store/key-store.ts';

/** What a person decides about a key. */
export interface KeySettings {
  readonly label: string;
  readonly scopes: readonly Scope[];
  /** Addresses and ranges that may use the key; none means all. */
  readonly addresses: readonly string[];
  readonly limitPerMinute: number;
  /** Milliseconds since 1970; never if undefined. */
  readonly expiresAt: number | undefined;
}

/** A new key, which is shown once, and what is stored of it. */
export interface Issued {
  readonly key: string;
  readonly record: KeyRecord;
}

/** Why a key cannot be rotated. */
export type RotateProblem = 'not_found' | 'revoked' | 'expired';

/** Makes, lists and ends keys. Each method rejects if the store fails, and then nothing has changed. */
export interface KeyAdmin {
  create(settings: KeySettings): Promise<Issued>;
  list(): Promise<readonly KeyRecord[]>;
  find(id: string): Promise<KeyRecord | undefined>;
  /** Makes a successor with the same settings. The old key ends after the overlap, or sooner if it would. */
  rotate(id: string, overlapMs: number): Promise<Issued | RotateProblem>;
  /** Whether there was such a key. */
  revoke(id: string): Promise<boolean>;
}

/** The administration of a store. `onChange` gets the id of each key that was changed. */
export function keyAdmin(
  store: KeyStore,
  now: () => number,
  onChange: (id: string) => void = () => {},
  create: () => NewKey = createKey,
): KeyAdmin {
  const issue = (settings: KeySettings, rotatedFrom: string | undefined): Issued => {
    const { id, key, hash } = create();
    const unused = { revokedAt: undefined, lastUsedAt: undefined };
    return { key, record: { id, hash, ...settings, createdAt: now(), ...unused, rotatedFrom } };
  };
  return {
    async create(settings) {
      const issued = issue(settings, undefined);
      await store.insert(issued.record);
      return issued;
    },
    list: () => store.list(),
    find: (id) => store.find(id),
    async rotate(id, overlapMs) {
      const old = await store.find(id);
      if (!old) return 'not_found';
      if (old.revokedAt !== undefined) return 'revoked';
      if (old.expiresAt !== undefined && old.expiresAt <= now()) return 'expired';
      const { label, scopes, addresses, limitPerMinute, expiresAt } = old;
      const issued = issue({ label, scopes, addresses, limitPerMinute, expiresAt }, id);
      await store.replace(id, Math.min(old.expiresAt ?? Infinity, now() + overlapMs), issued.record);
      onChange(id);
      return issued;
    },
    async revoke(id) {
      const isKnown = await store.revoke(id, now());
      onChange(id);
      return isKnown;
    },
  };
}

/** The state of a key at a time. */
export function stateOf(record: KeyRecord, nowMs: number): 'active' | 'expired' | 'revoked' {
  if (record.revokedAt !== undefined) return 'revoked';
  return record.expiresAt !== undefined && record.expiresAt <= nowMs ? 'expired' : 'active';
}

/** A key as lists show it, without its hash. Times are in ISO 8601. */
export function shownKey(record: KeyRecord, nowMs: number) {
  const time = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  return {
    id: record.id,
    label: record.label,
    state: stateOf(record, nowMs),
    scopes: record.scopes,
    addresses: record.addresses,
    limit_per_minute: record.limitPerMinute,
    created_at: time(record.createdAt),
    expires_at: time(record.expiresAt),
    revoked_at: time(record.revokedAt),
    last_used_at: time(record.lastUsedAt),
    rotated_from: record.rotatedFrom ?? null,
  };
}
