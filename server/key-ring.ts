import { addressList } from './addresses.ts';
import { hashesEqual, hashOf, idOf, NO_HASH, type Scope } from './keys.ts';
import type { KeyRecord, KeyStore } from './store/key-store.ts';

/** A key that a request may use. */
export interface KnownKey {
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly limitPerMinute: number;
  /** Whether the key may be used from an address. */
  isAllowedFrom(address: string): boolean;
}

/** Why a request is not authorised. Only the log tells; the answer is always the same. */
export type Refusal = 'missing' | 'malformed' | 'unknown' | 'wrong' | 'expired' | 'revoked';

/** A key that was checked; `id` is that of the key, as far as it can be read. */
export type Checked =
  | { readonly is: 'known'; readonly key: KnownKey }
  | { readonly is: 'refused'; readonly reason: Refusal; readonly id: string }
  | { readonly is: 'unavailable' };

/** The keys that requests carry. */
export interface KeyRing {
  /** The key if it was checked within the last second, so that the store need not be asked. */
  recall(key: string): KnownKey | undefined;
  /** Whether the key was good at the last check, however long ago. */
  wasGood(key: string): boolean;
  check(key: string | undefined): Promise<Checked>;
  /** Forgets a key that was changed in this process, so that the change holds at once. */
  forget(id: string): void;
  /** When keys were used since the last call. */
  takeUses(): ReadonlyMap<string, number>;
}

/** How long a row of the store is believed. */
const ROW_MS = 1000;

/** The most good keys that are remembered. */
const MAX_GOOD = 10_000;

interface Good {
  readonly id: string;
  readonly key: KnownKey;
  readonly expiresAt: number;
  checkedAt: number;
}

/** The keys of a store. */
export function storedKeys(store: KeyStore, now: () => number): KeyRing {
  return new StoredKeys(store, now);
}

class StoredKeys implements KeyRing {
  readonly #store: KeyStore;
  readonly #now: () => number;
  /** By the hash of the key, so that no key stays in memory. */
  readonly #good = new Map<string, Good>();
  readonly #asking = new Map<string, Promise<Checked>>();
  #uses = new Map<string, number>();

  constructor(store: KeyStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  recall(key: string): KnownKey | undefined {
    const known = this.#good.get(hashOf(key));
    const at = this.#now();
    if (!known || at - known.checkedAt >= ROW_MS || at >= known.expiresAt) return undefined;
    this.#uses.set(known.id, at);
    return known.key;
  }

  wasGood(key: string): boolean {
    return this.#good.has(hashOf(key));
  }

  async check(key: string | undefined): Promise<Checked> {
    if (key === undefined) return { is: 'refused', reason: 'missing', id: UNPARSABLE };
    const id = idOf(key);
    if (id === undefined) return { is: 'refused', reason: 'malformed', id: UNPARSABLE };
    const hash = hashOf(key);
    // Requests that come together ask once.
    const asking = this.#asking.get(hash) ?? this.#ask(id, hash);
    this.#asking.set(hash, asking);
    return asking.finally(() => this.#asking.delete(hash));
  }

  async #ask(id: string, hash: string): Promise<Checked> {
    // A row is as old as the question, not as the answer.
    const askedAt = this.#now();
    const record = await this.#store.find(id).catch(() => 'unavailable' as const);
    if (record === 'unavailable') return { is: 'unavailable' };
    const reason = refusal(record, hash, this.#now());
    this.#good.delete(hash);
    if (record === undefined || reason) return { is: 'refused', reason: reason ?? 'unknown', id };
    const known = knownKey(record);
    this.#keep(hash, { id, key: known, expiresAt: record.expiresAt ?? Infinity, checkedAt: askedAt });
    return { is: 'known', key: known };
  }

  #keep(hash: string, known: Good): void {
    this.#good.set(hash, known);
    if (this.#good.size > MAX_GOOD) this.#good.delete(this.#good.keys().next().value as string);
    this.#uses.set(known.id, this.#now());
  }

  forget(id: string): void {
    for (const known of this.#good.values()) if (known.id === id) known.checkedAt = -Infinity;
  }

  takeUses(): ReadonlyMap<string, number> {
    const taken = this.#uses;
    this.#uses = new Map();
    return taken;
  }
}

/** What the log calls the id of a key that has none. */
export const UNPARSABLE = 'unparsable';

/** Compares first and always, so that the time does not tell whether there is such an id. */
function refusal(record: KeyRecord | undefined, hash: string, nowMs: number): Refusal | undefined {
  const isEqual = hashesEqual(record?.hash ?? NO_HASH, hash);
  if (!record) return 'unknown';
  if (!isEqual) return 'wrong';
  if (record.revokedAt !== undefined) return 'revoked';
  return record.expiresAt !== undefined && record.expiresAt <= nowMs ? 'expired' : undefined;
}

function knownKey({ id, scopes, limitPerMinute, addresses }: KeyRecord): KnownKey {
  const allowed = addressList(addresses);
  return {
    id,
    scopes: new Set(scopes),
    limitPerMinute,
    isAllowedFrom: (address) => allowed.isEmpty || allowed.has(address),
  };
}

/** The one key of a server without a store. It may do all but administer keys. */
export function singleKey(secret: string, scopes: readonly Scope[], limitPerMinute: number): KeyRing {
  const hash = hashOf(secret);
  const key: KnownKey = { id: 'single', scopes: new Set(scopes), limitPerMinute, isAllowedFrom: () => true };
  const recall = (given: string) => (hashesEqual(hash, hashOf(given)) ? key : undefined);
  return {
    recall,
    wasGood: (given) => recall(given) !== undefined,
    async check(given) {
      if (given === undefined) return { is: 'refused', reason: 'missing', id: UNPARSABLE };
      return recall(given) ? { is: 'known', key } : { is: 'refused', reason: 'wrong', id: UNPARSABLE };
    },
    forget: () => {},
    takeUses: () => new Map(),
  };
}
