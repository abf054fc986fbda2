import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { unlessBusy } from '../../lib/storage/lock.ts';
import type { StoredItem } from '../../lib/storage/stored-item.ts';

interface Shown<T> {
  readonly item: StoredItem<T>;
  readonly value: T;
}

/**
 * A stored item as state, and a way to change it. The value is `undefined` until it has been read. A change
 * shows at once and is written behind it; what others write is followed. The item may change from one
 * rendering to the next.
 */
export function useStored<T>(item: StoredItem<T>): [T | undefined, (edit: (value: T) => T) => void] {
  const [shown, setShown] = useState<Shown<T>>();
  // Edits that follow each other within one rendering build on this.
  const latest = useRef<Shown<T> | undefined>(undefined);
  const show = useCallback(
    (value: T) => {
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
 * Writes edits of the item, and shows what others write. Storage reports the writes of this page too, but
 * late: shown, they would undo what was typed since. So only the result of the last edit under way is shown.
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
      // Where the storage is busy, the value goes back to what is stored.
      const value = (await unlessBusy(edited)) ?? (await item.read());
      running.current -= 1;
      if (running.current === 0) show(value);
    },
    [item, show],
  );
}
