import { useEffect, useState } from 'preact/hooks';
import { hasOriginAccess } from '../../lib/platform/permissions.ts';
import { unlessBusy } from '../../lib/storage/lock.ts';
import { endPendingFill, type PendingFill } from '../../lib/storage/pending-fill.ts';

/** What of a fill is still known once the person has declined its permission. */
type DeclinedFill = Pick<PendingFill, 'tabId' | 'origin'>;

/**
 * The fill whose permission the person has declined, and a function that says so. Chromium's prompt closes
 * the popup and nothing tells of the answer. So a fill that is still pending when the popup opens was
 * declined; it is erased.
 */
export function useDeclinedFill(): [DeclinedFill | undefined, (declined: DeclinedFill) => void] {
  const [declined, decline] = useState<DeclinedFill>();
  useEffect(() => {
    // If it is not known, the offer stands as if nothing had been declined.
    endDeclinedFill().then(
      (ended) => ended && decline(ended),
      () => undefined,
    );
  }, []);
  return [declined, decline];
}

async function endDeclinedFill(): Promise<DeclinedFill | undefined> {
  const pending = await unlessBusy(endPendingFill());
  if (!pending || pending.outcome || (await hasOriginAccess(pending.matchPattern))) return undefined;
  const { tabId, origin } = pending;
  return { tabId, origin };
}
