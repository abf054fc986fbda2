import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { unlessBusy } from '../../lib/storage/lock.ts';
import type { StoredItem } from '../../lib/storage/stored-item.ts';
import { useFailure } from './use-failure.ts';

/**
 * Edits a stored item. The edit shows at once, or only once it is saved where it would take away what the
 * person has typed. The result says whether it was saved; it never rejects. What was not saved is reported by
 * `onUnsaved`, and the stored value shows again.
 */
export type Change<T> = (edit: (value: T) => T, shows?: 'at_once' | 'once_saved') => Promise<boolean>;

/**
 * A stored item as state, and a way to edit it. The value is `undefined` until it has been read. Changes by
 * other contexts show too. The item may differ from one rendering to the next. If the browser cannot read the
 * item, the boundary around the component says so.
 */
export function useStored<T>(item: StoredItem<T>): [T | undefined, Change<T>] {
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
  const change: Change<T> = (edit, shows = 'at_once') => {
    if (shows === 'at_once' && 'value' in shown.current) show(edit(shown.current.value as T));
    return write(edit).catch((error) => {
      fail(error);
      return false;
    });
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
  return async (edit: (value: T) => T): Promise<boolean> => {
    lastEdit.current = edit;
    let own: string | undefined;
    const edited = item.update((stored) => {
      const value = edit(stored);
      // Only what is written is reported.
      if (value !== stored) {
        own = JSON.stringify(value);
        ownWrites.current.add(own);
      }
      return value;
    });
    const saved = await unlessBusy(edited.then((value) => ({ value })));
    // Otherwise the same value would not show when another context stores it.
    if (!saved && own !== undefined) ownWrites.current.delete(own);
    const value = saved ? saved.value : await item.read();
    if (lastEdit.current === edit) show(value);
    return saved !== undefined;
  };
}
