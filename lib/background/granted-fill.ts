import type { FillOutcome } from '../messaging/fill-outcome.ts';
import { mayCall, onPermissionsChanged } from '../platform/permissions.ts';
import { PENDING_FILL_TTL_MS, type PendingFill, pendingFill } from '../storage/pending-fill.ts';
import { rememberPassword } from '../storage/recent-passwords.ts';
import { fillTab } from './fill-tab.ts';

/** Registers the fill that follows a permission for a frame; call it synchronously when the background starts. */
export function registerGrantedFill(): void {
  onPermissionsChanged(() => void fillGranted());
}

let running: Promise<FillOutcome | undefined> | undefined;

/**
 * Does the fill that waits for a permission, once: the permission's own event and the popup, if it still lives, both
 * call for it. Gives how it went, or `undefined` where none waits or the permission is not there.
 */
export function fillGranted(): Promise<FillOutcome | undefined> {
  running ??= fillOnce().finally(() => {
    running = undefined;
  });
  return running;
}

async function fillOnce(): Promise<FillOutcome | undefined> {
  const ask = await pendingFill.read();
  if (!ask || ask.outcome || !(await isGranted(ask))) return ask?.outcome;
  const { password, madeBy, host, tabId } = ask;
  const { id } = await rememberPassword({ how: 'filled', password, host, ...(madeBy && { madeBy }) });
  const outcome = await fillTab({ tabId, hint: 'nothing' }, id);
  await pendingFill.write({ ...ask, password: '', outcome }); // it is among the recent ones now
  return outcome;
}

async function isGranted({ at, matchPattern }: PendingFill): Promise<boolean> {
  return Date.now() - at < PENDING_FILL_TTL_MS && mayCall(matchPattern);
}
