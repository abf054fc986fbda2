import { browser } from 'wxt/browser';
import { clipboardSettings } from '../storage/clipboard-settings.ts';
import { hasClipboardAccess } from './permissions.ts';

/** The alarm that clears the clipboard. An alarm is used because it outlives the popup and the worker. */
export const CLEAR_ALARM = 'clear-clipboard';

/** Sets the alarm after a copy, if the person has permitted clearing; true if it did. */
export async function scheduleClearing(): Promise<boolean> {
  if (!(await hasClipboardAccess())) return false;
  const { seconds } = await clipboardSettings.read();
  await browser.alarms.create(CLEAR_ALARM, { delayInMinutes: seconds / 60 });
  return true;
}

/** Whether the clipboard is still to be cleared. */
export async function isClearingScheduled(): Promise<boolean> {
  return (await browser.alarms.get(CLEAR_ALARM)) !== undefined;
}
