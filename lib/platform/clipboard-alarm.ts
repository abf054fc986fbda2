import { browser } from 'wxt/browser';
import { clipboardSettings } from '../storage/clipboard-settings.ts';
import { mayClearClipboard } from './permissions.ts';

/** The alarm at which the background clears the clipboard: an alarm outlives the popup and the worker. */
export const CLEAR_ALARM = 'clear-clipboard';

/** Sets the alarm for the password just copied, if the person has allowed clearing; says whether it did. */
export async function scheduleClearing(): Promise<boolean> {
  if (!(await mayClearClipboard())) return false;
  const { seconds } = await clipboardSettings.read();
  await browser.alarms.create(CLEAR_ALARM, { delayInMinutes: seconds / 60 });
  return true;
}
