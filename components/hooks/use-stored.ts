import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { StoredItem } from '../../lib/platform/stored-item.ts';

/** A stored item as state: `undefined` until it was read; set at once, written behind, followed when others write. */
export function useStored<T>(item: StoredItem<T>): [T | undefined, (value: T) => void] {
  const [value, setValue] = useState<T>();
  // Storage tells of our own writes too, late: taken for news, they would undo what was typed since.
  const ownWrites = useRef(new Set<string>());
  useEffect(() => {
    void item.read().then((stored) => setValue((current) => current ?? stored));
    return item.watch((stored) => {
      if (!ownWrites.current.delete(JSON.stringify(stored))) setValue(stored);
    });
  }, [item]);
  const store = useCallback(
    (next: T) => {
      ownWrites.current.add(JSON.stringify(next));
      setValue(next);
      void item.write(next);
    },
    [item],
  );
  return [value, store];
}
