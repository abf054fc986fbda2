import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { unlessBusy } from '../../lib/storage/lock.ts';
import type { StoredItem } from '../../lib/storage/stored-item.ts';
import { useFailure } from './use-failure.ts';

/**
 * A stored item as state, and a way to edit it. The value is `undefined` until it has been read. An edit
 * shows at once and is stored in the background; changes by other contexts show too. The item may differ from
 * one rendering to the next. If the browser cannot read the item, the boundary around the component says so.
 */
export function useStored<T>(item: StoredItem<T>): [T | undefined, (edit: (value: T) => T) => void] {
  // A reference rather than state, because edits within one rendering build on each other.
  const shown = useRef<{ item: StoredItem<T>; value?: T }>({ item });
  if (shown.current.item !== item) shown.current = { item };
  const [, render] = useState<unknown>();
  const show = useCallback(
    (value: T) => {
      // A read or write of the item before may end after the change to this one.
      if (shown.current.item !== item) return;
      shown.current = { item, value };
      render(shown.current);
    },
    [item],
  );
  const fail = useFailure();
  const write = useOwnWrites(item, show);
  useEffect(() => {
    item.read().then((value) => 'value' in shown.current || show(value), fail);
  }, [item, show, fail]);
  const change = (edit: (value: T) => T) => {
    if ('value' in shown.current) show(edit(shown.current.value as T));
    write(edit).catch(fail);
  };
  return [shown.current.value, change];
}

/**
 * Writes edits of the item, and shows changes by other contexts. Storage also reports this page's writes, but
 * late, so showing them would undo what was typed since. Only the result of the last edit is shown.
 */
function useOwnWrites<T>(item: StoredItem<T>, show: (value: T) => void) {
  const ownWrites = useRef(new Set<string>());
  const lastEdit = useRef<unknown>(undefined);
  useEffect(
    () => item.watch((value) => !ownWrites.current.delete(JSON.stringify(value)) && show(value)),
    [item, show],
  );
  return async (edit: (value: T) => T) => {
    lastEdit.current = edit;
    const edited = item.update((stored) => {
      const value = edit(stored);
      ownWrites.current.add(JSON.stringify(value));
      return value;
    });
    // If the storage is busy, the stored value is shown again.
    const value = (await unlessBusy(edited)) ?? (await item.read());
    if (lastEdit.current === edit) show(value);
  };
}
