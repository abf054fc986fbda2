import { browser } from 'wxt/browser';
import { runExclusively } from './lock.ts';

/** A value in extension storage; its key, area, version and shape are declared in one place. */
export interface StoredItem<T> {
  /** The stored value, migrated and made valid; the default if nothing is stored. */
  read(): Promise<T>;
  /**
   * Replaces the value with the result of `change`, and returns it. No other context changes the item
   * meanwhile. Nothing is written if `change` returns the same value. Rejects with `StorageBusyError` as
   * `runExclusively` does.
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
  /** Makes a valid value of whatever is stored, `undefined` for nothing; defaults replace invalid parts. */
  readonly parse: (stored: unknown) => T;
}

interface Envelope {
  readonly version: number;
  readonly value: unknown;
}

/**
 * Declares a stored item; does nothing until it is used. WXT's own storage is not used, because it does I/O
 * when an item is defined and bypasses the polyfill.
 */
export function storedItem<T>({
  key,
  area,
  version,
  migrations,
  parse,
}: StoredItemDeclaration<T>): StoredItem<T> {
  const open = (stored: unknown): T => {
    if (!isEnvelope(stored)) return parse(undefined);
    let { value } = stored;
    for (let from = stored.version; from < version; from++) value = migrations?.[from]?.(value) ?? value;
    return parse(value);
  };
  const read = async () => open((await browser.storage[area].get(key))[key]);
  return {
    read,
    update(change) {
      return runExclusively(`${area}:${key}`, async () => {
        const before = await read();
        const value = change(before);
        if (value === before) return value;
        await browser.storage[area].set({ [key]: { version, value } satisfies Envelope });
        return value;
      });
    },
    watch(changed) {
      const listener = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
        if (changedArea === area && changes[key]) changed(open(changes[key].newValue));
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}

/** One part of a stored object as an item, so that parts which share a history can share a migration. */
export function storedPart<T extends object, Name extends keyof T>(
  whole: StoredItem<T>,
  name: Name,
): StoredItem<T[Name]> {
  return {
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

function isEnvelope(stored: unknown): stored is Envelope {
  return typeof stored === 'object' && stored !== null && 'version' in stored && 'value' in stored;
}

/** The stored value as an object; empty if it is not one. */
export function asRecord(stored: unknown): Record<string, unknown> {
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
}

/** The stored list; empty if the value is not a list. */
export function parseList<T>(stored: unknown): readonly T[] {
  return Array.isArray(stored) ? stored : [];
}

/** The stored value, or `null` if nothing is stored. */
export function parseNullable<T>(stored: unknown): T | null {
  return (stored ?? null) as T | null;
}

/** `value` if it is a whole number from `min` to `max`, otherwise `fallback`. */
export function within(value: unknown, min: number, max: number, fallback: number): number {
  const valid = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
  return valid ? value : fallback;
}
