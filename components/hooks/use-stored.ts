import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { StoredItem } from '../../lib/storage/stored-item.ts';

/**
 * A stored item as state: `undefined` until it was read; set at once, written behind, followed when others write.
 * Another item may be asked for at any time.
 */
export function useStored<T>(item: StoredItem<T>): [T | undefined, (value: T) => void] {
  const [held, setHeld] = useState<{ item: StoredItem<T>; value: T }>();
  // Storage tells of our own writes too, late: taken for news, they would undo what was typed since.
  const ownWrites = useRef(new Set<string>());
  useEffect(() => {
    const hold = (value: T) => setHeld({ item, value });
    void item
      .read()
      .then((value) => setHeld((current) => (current?.item === item ? current : { item, value })));
    return item.watch((value) => {
      if (!ownWrites.current.delete(JSON.stringify(value))) hold(value);
    });
  }, [item]);
  const store = useCallback(
    (value: T) => {
      ownWrites.current.add(JSON.stringify(value));
      setHeld({ item, value });
      void item.write(value);
    },
    [item],
  );
  return [held?.item === item ? held.value : undefined, store];
}
