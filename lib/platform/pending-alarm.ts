import { browser } from 'wxt/browser';
import { PENDING_FILL_TTL_MS } from '../storage/pending-fill.ts';

const ALARM = 'pending-fill';

/** Calls back when the time of a pending fill is up; call it synchronously when the background starts. */
export function onPendingAlarm(timeUp: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) timeUp();
  });
}

/** Sets the alarm. */
export async function setPendingAlarm(): Promise<void> {
  await browser.alarms.create(ALARM, { delayInMinutes: PENDING_FILL_TTL_MS / 60_000 });
}

/** Takes the alarm back. */
export async function endPendingAlarm(): Promise<void> {
  await browser.alarms.clear(ALARM);
}

/** Browsers stop a background that has called none of their functions for 30 seconds. */
const AWAKE_MS = 20_000;

/** Keeps the background from being stopped; returns a function that ends that. */
export function stayAwake(): () => void {
  // Only the call counts, not what it returns.
  const call = () => browser.runtime.getPlatformInfo().catch(() => undefined);
  const timer = setInterval(() => void call(), AWAKE_MS);
  return () => clearInterval(timer);
}
