import { browser } from 'wxt/browser';
import { sendMessage } from '../messaging/messages.ts';
import { asyncClipboard, clearIfDigest, digestOf } from '../platform/clipboard.ts';
import { CLEAR_ALARM, scheduleClearing } from '../platform/clipboard-alarm.ts';
import { mayClearClipboard } from '../platform/permissions.ts';
import { lastCopied } from '../storage/recent-passwords.ts';

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

/** Clears the clipboard if it holds `password`, and nothing else; says whether it did. From the background only. */
export async function clearClipboardOf(password: string): Promise<boolean> {
  const salt = crypto.randomUUID();
  const expected = { salt, digest: await digestOf(password, salt) };
  // Firefox's background page reaches the clipboard itself. Chromium's worker has none: a document of its own does
  // it, and is told a digest, so that the password is in no message.
  return browser.offscreen ? clearOffscreen(expected) : clearIfDigest(expected, asyncClipboard);
}

async function clearOffscreen(expected: { salt: string; digest: string }): Promise<boolean> {
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['CLIPBOARD'],
    justification: 'Clears a copied password from the clipboard.',
  });
  try {
    return await sendMessage('background-to-offscreen:clear-clipboard', expected);
  } finally {
    await browser.offscreen.closeDocument();
  }
}
