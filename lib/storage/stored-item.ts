import { browser } from 'wxt/browser';
import { type ResettableItem, recordReading, StorageFailure } from './damaged-items.ts';
import { reportUnsaved, runExclusively, unsavedReason } from './lock.ts';
import { isFull, writeItem } from './make-room.ts';
import { readStored, type Schema } from './schema.ts';

/** A value in extension storage; its key, area, version and shape are declared in one place. */
export interface StoredItem<T> extends ResettableItem {
  /**
   * The stored value, migrated and made valid; the default if nothing is stored. Rejects with
   * `StorageFailure` only if the browser fails.
   */
  read(): Promise<T>;
  /**
   * Replaces the value with the result of `change`, and returns it. No other context changes the item
   * meanwhile. Nothing is written if `change` returns the same value. Where the area is full, expendable
   * items are dropped first. Rejects with `StorageBusyError` as `runExclusively` does, or with
   * `StorageFailure`; `onUnsaved` reports both.
   */
  update(change: (value: T) => T): Promise<T>;
  /** Calls back after every change made in any context; returns a function that stops it. */
  watch(changed: (value: T) => void): () => void;
}

export interface StoredItemDeclaration<T> {
  readonly key: string;
  /** `local` survives a restart of the browser; `session` is in memory only. Nothing is synced. */
  readonly area: 'local' | 'session';
  /** Raise it by one whenever the shape changes; `migrations[n]` turns version n into n + 1. */
  readonly version: number;
  readonly migrations?: Readonly<Record<number, (old: unknown) => unknown>>;
  /** Has a value for anything, `undefined` for nothing; defaults replace invalid parts. */
  readonly schema: Schema<T>;
  /** Makes what is written of a value that browsers do not store as it is. The schema reads it. */
  readonly pack?: (value: T) => unknown;
}

interface Envelope {
  readonly version: number;
  /** Missing if it is `undefined`, which Chromium does not store. */
  readonly value?: unknown;
}

/**
 * Declares a stored item; does nothing until it is used. WXT's own storage is not used, because it does I/O
 * when an item is defined and bypasses the polyfill.
 */
export function storedItem<T>(declaration: StoredItemDeclaration<T>): StoredItem<T> {
  const { key, area, version, pack = (value: T) => value } = declaration;
  const storage = () => browser.storage[area];
  const failed = (cause: unknown) => {
    throw new StorageFailure(item, cause, area === 'session' && isFull(cause));
  };
  const open = (stored: unknown): T => {
    const { value, isDamaged } = openEnvelope(declaration, stored);
    recordReading(item, isDamaged);
    return value;
  };
  const exclusively = <R>(task: () => Promise<R>) =>
    runExclusively(`${area}:${key}`, task).catch((error) => {
      if (error instanceof StorageFailure) reportUnsaved(unsavedReason(error));
      throw error;
    });
  const read = async () => open((await storage().get(key).catch(failed))[key]);
  const item: StoredItem<T> = {
    key,
    read,
    update: (change) =>
      exclusively(async () => {
        const before = await read();
        const value = change(before);
        if (value === before) return value;
        await writeItem(area, key, { version, value: pack(value) } satisfies Envelope).catch(failed);
        recordReading(item, false);
        return value;
      }),
    reset: () =>
      exclusively(async () => {
        await storage().remove(key).catch(failed);
        recordReading(item, false);
      }),
    watch: (changed) => watchStored(declaration, (stored) => changed(open(stored))),
  };
  return item;
}

function watchStored(
  { key, area }: Pick<StoredItemDeclaration<unknown>, 'key' | 'area'>,
  changed: (stored: unknown) => void,
): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
    if (changedArea === area && Object.hasOwn(changes, key)) changed(changes[key]?.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/**
 * The value in an envelope. That of an older version is migrated. That of a newer one, which is left by a
 * downgrade, is read by the schema as far as that goes; it stays stored until the item is changed. What has
 * another version was not written by Passmint, and counts as damaged.
 */
function openEnvelope<T>({ schema, version, migrations }: StoredItemDeclaration<T>, stored: unknown) {
  if (!isEnvelope(stored)) return { ...readStored(schema, undefined), isDamaged: stored !== undefined };
  let { value } = stored;
  try {
    for (let from = stored.version; from < version; from++) value = migrations?.[from]?.(value) ?? value;
  } catch {
    // A migration may expect what its version has written, but anything may be stored.
  }
  return readStored(schema, value);
}

function isEnvelope(stored: unknown): stored is Envelope {
  if (typeof stored !== 'object' || stored === null || !Object.hasOwn(stored, 'version')) return false;
  const { version } = stored as Envelope;
  return Number.isSafeInteger(version) && version >= 1;
}

/** One part of a stored object as an item, so that parts which share a history can share a migration. */
export function storedPart<T extends object, Name extends keyof T>(
  whole: StoredItem<T>,
  name: Name,
): StoredItem<T[Name]> {
  return {
    key: whole.key,
    reset: whole.reset,
    read: async () => (await whole.read())[name],
    async update(change) {
      const changed = await whole.update((value) => {
        const part = change(value[name]);
        return part === value[name] ? value : { ...value, [name]: part };
      });
      return changed[name];
    },
    watch: (changed) => whole.watch((value) => changed(value[name])),
  };
}
