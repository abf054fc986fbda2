import type { FillOutcome } from '../messaging/fill-outcome.ts';
import { openBadge } from '../platform/badge.ts';
import { isInjected } from '../platform/frames.ts';
import { endPendingAlarm, onPendingAlarm, setPendingAlarm, stayAwake } from '../platform/pending-alarm.ts';
import { hasOriginAccess, onOriginsGranted } from '../platform/permissions.ts';
import { isPrivateTab, onTabUpdated } from '../platform/tabs.ts';
import { allowFrame } from '../storage/allowed-frames.ts';
import { endPendingFill, isInTime, type PendingFill, pendingFill } from '../storage/pending-fill.ts';
import { rememberPassword } from '../storage/recent-passwords.ts';
import { endQuietly } from './end-quietly.ts';
import { fillTab } from './fill-tab.ts';

/**
 * Registers the fill that follows a permission for a frame; call it synchronously when the background starts.
 */
export function registerGrantedFill(): void {
  onOriginsGranted((origins) => endQuietly(fillIfFor(origins)));
  onPendingAlarm(() => endQuietly(endPendingFill().then(unguard)));
}

/** Other pages of ours ask for permissions too, and the person can grant any in the browser's settings. */
async function fillIfFor(origins: readonly string[]): Promise<void> {
  const pending = await readPending();
  if (origins.length === 1 && origins[0] === pending?.matchPattern) await fillGranted();
}

/** Ends the guard of the latest pending fill. */
let unguard = () => {};

/**
 * Erases the pending fill when its tab goes to another page, or when its time is up. The background stays
 * awake for that, because it would have to watch every tab for ever to be woken. The alarm is for a browser
 * that stops it all the same.
 */
export async function guardPendingFill(): Promise<undefined> {
  const pending = await pendingFill.read();
  unguard();
  if (!pending || pending.outcome) return;
  await setPendingAlarm();
  const sleep = stayAwake();
  const stopWatching = onTabUpdated(pending.tabId, () => endQuietly(eraseIfMoved(pending)));
  unguard = () => {
    sleep();
    stopWatching();
    endQuietly(endPendingAlarm());
  };
}

async function eraseIfMoved(pending: PendingFill): Promise<void> {
  if (await isStillThere(pending)) return;
  await endPendingFill(pending);
  unguard();
}

/** Whether the tab still shows the page that the popup surveyed. */
function isStillThere({ tabId, pageId }: PendingFill): Promise<boolean> {
  return isInjected({ tabId, frameId: 0, documentId: pageId }).catch(() => false);
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

/** The last fill that has run, in case the browser failed to store that it has. */
let done: { readonly at: number; readonly outcome: FillOutcome } | undefined;

/** Reads under the lock, so that a page of ours that has begun to erase the fill comes first. */
const readPending = () => pendingFill.update((stored) => stored);

async function fillOnce(): Promise<FillOutcome | undefined> {
  const pending = await readPending();
  if (!pending || pending.outcome || !isInTime(pending)) return pending?.outcome;
  if (done?.at === pending.at) return done.outcome;
  if (!(await hasOriginAccess(pending.matchPattern))) return undefined;
  const outcome = await fillPending(pending);
  done = { at: pending.at, outcome };
  // The recent passwords hold the password now. Another popup may have stored a fill of its own meanwhile.
  const emptied = pendingFill.update((stored) =>
    stored?.at === pending.at ? { ...stored, password: '', outcome } : stored,
  );
  // A fill that could not be stored as done stays guarded, so that its password is erased in time.
  await emptied.then(unguard, () => undefined);
  return outcome;
}

async function fillPending(pending: PendingFill): Promise<FillOutcome> {
  const { password, madeBy, origin, tabId } = pending;
  const instead = (outcome: FillOutcome) =>
    openBadge(tabId)
      .showOutcome(outcome)
      .then(() => outcome);
  if (!(await isStillThere(pending))) return instead({ code: 'moved' });
  const incognito = await isPrivateTab(tabId);
  // What a private window allows is for this fill only, because nothing of it is kept on disk. The person has
  // allowed this fill even if the browser fails to store that.
  if (!incognito) await allowFrame(origin).catch(() => undefined);
  const { host } = new URL(origin);
  const use = { action: 'filled', password, host, incognito, ...(madeBy && { madeBy }) } as const;
  const entry = await rememberPassword(use).catch(() => undefined);
  if (!entry) return instead({ code: 'not_saved' });
  return fillTab({ tabId, origin, incognito, hint: 'nothing' }, entry.id);
}
