import type { FillOutcome } from '../messaging/fill-outcome.ts';
import { hasOriginAccess, onPermissionsChanged } from '../platform/permissions.ts';
import { isPrivateTab } from '../platform/tabs.ts';
import { PENDING_FILL_TTL_MS, type PendingFill, pendingFill } from '../storage/pending-fill.ts';
import { rememberPassword } from '../storage/recent-passwords.ts';
import { fillTab } from './fill-tab.ts';

/**
 * Registers the fill that follows a permission for a frame; call it synchronously when the background starts.
 */
export function registerGrantedFill(): void {
  onPermissionsChanged(() => void fillGranted());
}

let running: Promise<FillOutcome | undefined> | undefined;

/**
 * Runs the pending fill once its permission is granted. The permission's event and a popup that is still open
 * both call this; together they cause one fill. `undefined` if no fill is pending or the permission is
 * missing.
 */
export function fillGranted(): Promise<FillOutcome | undefined> {
  running ??= fillOnce().finally(() => {
    running = undefined;
  });
  return running;
}

async function fillOnce(): Promise<FillOutcome | undefined> {
  const pending = await pendingFill.read();
  if (!pending || pending.outcome || !(await isGranted(pending))) return pending?.outcome;
  const { password, madeBy, host, tabId } = pending;
  const incognito = await isPrivateTab(tabId);
  const use = { action: 'filled', password, host, incognito, ...(madeBy && { madeBy }) } as const;
  const { id } = await rememberPassword(use);
  const outcome = await fillTab({ tabId, incognito, hint: 'nothing' }, id);
  // The recent passwords hold the password now. Another popup may have stored a fill of its own meanwhile.
  await pendingFill.update((stored) =>
    stored?.at === pending.at ? { ...stored, password: '', outcome } : stored,
  );
  return outcome;
}

async function isGranted({ at, matchPattern }: PendingFill): Promise<boolean> {
  return Date.now() - at < PENDING_FILL_TTL_MS && hasOriginAccess(matchPattern);
}
