import { useEffect, useState } from 'preact/hooks';
import { deleteSeenOutcome, type LastOutcome, lastOutcome } from '../../lib/storage/last-outcome.ts';
import { useFailure } from '../hooks/use-failure.ts';
import { usePrivateWindow } from '../hooks/use-private-window.ts';

/**
 * The outcome of the last fill by the menu or the shortcut in windows of this sort, if no popup has shown it
 * yet; `undefined` until that is known. It stays until `dismiss` or until the popup closes.
 */
export function useLastOutcome(): [last: LastOutcome | null | undefined, dismiss: () => void] {
  const incognito = usePrivateWindow();
  const fail = useFailure();
  const [last, setLast] = useState<LastOutcome | null>();
  useEffect(() => {
    if (incognito === undefined) return;
    const isOwn = (stored: LastOutcome | null) => stored?.incognito === incognito;
    lastOutcome.read().then((stored) => setLast(isOwn(stored) ? stored : null), fail);
    return lastOutcome.watch((stored) => isOwn(stored) && setLast(stored));
  }, [incognito, fail]);
  useEffect(() => {
    // If it is not deleted, the next popup shows it once more.
    if (last) deleteSeenOutcome(last).catch(() => undefined);
  }, [last]);
  return [last, () => setLast(null)];
}
