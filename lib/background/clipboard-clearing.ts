import { browser } from 'wxt/browser';
import { clearClipboardOf } from '../platform/clipboard.ts';
import { CLEAR_ALARM, scheduleClearing } from '../platform/clipboard-alarm.ts';
import { mayClearClipboard } from '../platform/permissions.ts';
import { lastCopied } from '../platform/recent-passwords.ts';

/** Registers clearing the clipboard in time; call it synchronously when the background starts. */
export function registerClipboardClearing(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === CLEAR_ALARM) void clearLastCopied();
  });
  // The permission prompt may close the popup: what was copied before it is cleared all the same.
  browser.permissions.onAdded.addListener(() => void scheduleClearing());
}

async function clearLastCopied(): Promise<void> {
  const entry = await lastCopied();
  if (entry && (await mayClearClipboard())) await clearClipboardOf(entry.password);
}
