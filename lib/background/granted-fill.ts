import type { FillOutcome } from '../platform/fill-outcome.ts';
import { ASK_STANDS_MS, type FrameAsk, frameAsk } from '../platform/frame-ask.ts';
import { mayCall, onPermissionsChanged } from '../platform/permissions.ts';
import { rememberPassword } from '../platform/recent-passwords.ts';
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
  const ask = await frameAsk.read();
  if (!ask || ask.outcome || !(await isGranted(ask))) return ask?.outcome;
  const { password, madeBy, host, tabId } = ask;
  const { id } = await rememberPassword({ how: 'filled', password, host, ...(madeBy && { madeBy }) });
  const outcome = await fillTab({ tabId, meant: 'nothing' }, id);
  await frameAsk.write({ ...ask, password: '', outcome }); // it is among the recent ones now
  return outcome;
}

async function isGranted({ at, matchPattern }: FrameAsk): Promise<boolean> {
  return Date.now() - at < ASK_STANDS_MS && mayCall(matchPattern);
}
