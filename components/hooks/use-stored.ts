import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { unlessBusy } from '../../lib/storage/lock.ts';
import type { StoredItem } from '../../lib/storage/stored-item.ts';

interface Shown<T> {
  readonly item: StoredItem<T>;
  readonly value: T;
}

/**
 * A stored item as state, and a way to edit it. The value is `undefined` until it has been read. An edit
 * shows at once and is stored in the background; changes by other contexts show too. The item may differ from
 * one rendering to the next.
 */
export function useStored<T>(item: StoredItem<T>): [T | undefined, (edit: (value: T) => T) => void] {
  const [shown, setShown] = useState<Shown<T>>();
  // Edits that follow each other within one rendering build on this.
  const latest = useRef<Shown<T> | undefined>(undefined);
  const currentItem = useRef(item);
  currentItem.current = item;
  const show = useCallback(
    (value: T) => {
      // A read or write of the item before may end after the change to this one.
      if (currentItem.current !== item) return;
      latest.current = { item, value };
      setShown(latest.current);
    },
    [item],
  );
  const write = useOwnWrites(item, show);
  useEffect(() => {
    void item.read().then((value) => latest.current?.item !== item && show(value));
  }, [item, show]);
  const change = useCallback(
    (edit: (value: T) => T) => {
      if (latest.current?.item === item) show(edit(latest.current.value));
      void write(edit);
    },
    [item, show, write],
  );
  return [shown?.item === item ? shown.value : undefined, change];
}

/**
 * Writes edits of the item, and shows changes by other contexts. Storage also reports this page's writes, but
 * late, so showing them would undo what was typed since. Only the result of the last pending edit is shown.
 */
function useOwnWrites<T>(item: StoredItem<T>, show: (value: T) => void) {
  const ownWrites = useRef(new Set<string>());
  const running = useRef(0);
  useEffect(
    () => item.watch((value) => !ownWrites.current.delete(JSON.stringify(value)) && show(value)),
    [item, show],
  );
  return useCallback(
    async (edit: (value: T) => T) => {
      running.current += 1;
      const edited = item.update((stored) => {
        const value = edit(stored);
        ownWrites.current.add(JSON.stringify(value));
        return value;
      });
      const value = await unlessBusy(edited).finally(() => {
        running.current -= 1;
      });
      // If the storage is busy, the stored value is shown again.
      if (running.current === 0) show(value ?? (await item.read()));
    },
    [item, show],
  );
}
