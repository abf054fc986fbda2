import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { StoredItem } from '../../lib/storage/stored-item.ts';

/**
 * A stored item as state. It is `undefined` until it was read; a new value shows at once and is written
 * behind it; what others write is followed. The item may change from one rendering to the next.
 */
export function useStored<T>(item: StoredItem<T>): [T | undefined, (value: T) => void] {
  const [held, setHeld] = useState<{ item: StoredItem<T>; value: T }>();
  // Storage reports the writes of this page too, but late: followed, they would undo what was typed since.
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
