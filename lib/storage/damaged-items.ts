/** A stored item by its key, and the way to delete what it holds. */
export interface ResettableItem {
  readonly key: string;
  /**
   * Deletes what is stored, so that the default applies. Other items stay as they are. Rejects with
   * `StorageBusyError` as `runExclusively` does, or with `StorageFailure`.
   */
  reset(): Promise<void>;
}

/** The browser failed to read or to write a stored item. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly item: ResettableItem;
  /** Whether what is in memory only has no room left; a restart of the browser empties it. */
  readonly isMemoryFull: boolean;

  constructor(item: ResettableItem, cause: unknown, isMemoryFull = false) {
    super(`The stored item ${item.key} cannot be read or written.`, { cause });
    this.item = item;
    this.isMemoryFull = isMemoryFull;
  }
}

const damaged = new Map<string, ResettableItem>();
const listeners = new Set<() => void>();

/** Records whether a part of an item was invalid when this page last read it. */
export function recordReading(item: ResettableItem, isDamaged: boolean): void {
  if (damaged.has(item.key) === isDamaged) return;
  if (isDamaged) damaged.set(item.key, item);
  else damaged.delete(item.key);
  for (const listener of listeners) listener();
}

/** The items that this page could read only in part. They keep what is stored until they are changed. */
export const damagedItems = (): readonly ResettableItem[] => [...damaged.values()];

/** Calls back whenever `damagedItems` has changed; returns a function that stops it. */
export function onDamagedItems(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
