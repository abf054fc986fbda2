import { browser } from 'wxt/browser';
import { sendMessage } from '../messaging/messages.ts';
import { asyncClipboard, clearIfDigest, saltedDigest } from '../platform/clipboard.ts';
import { CLEAR_ALARM, scheduleClearing } from '../platform/clipboard-alarm.ts';
import { hasClipboardAccess } from '../platform/permissions.ts';
import { lastCopied } from '../storage/recent-passwords.ts';

/** Registers the timed clearing of the clipboard; call it synchronously when the background starts. */
export function registerClipboardClearing(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === CLEAR_ALARM) void clearLastCopied();
  });
  // The permission prompt can close the popup before it sets the alarm, so the background sets it too.
  browser.permissions.onAdded.addListener(() => void scheduleClearing());
}

async function clearLastCopied(): Promise<void> {
  const entry = await lastCopied();
  if (entry && (await hasClipboardAccess())) await clearIfHolding(entry.password);
}

/** Clears the clipboard only if it holds exactly `password`; true if it did. */
async function clearIfHolding(password: string): Promise<boolean> {
  const salt = crypto.randomUUID();
  const expected = { salt, digest: await saltedDigest(password, salt) };
  // Firefox's background page has a clipboard. Chromium's worker has none, so an offscreen document clears
  // it. The message to that document carries a digest, because no message carries a password.
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
