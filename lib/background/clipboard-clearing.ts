import { browser } from 'wxt/browser';
import { sendMessage } from '../messaging/messages.ts';
import { asyncClipboard, clearIfDigest, saltedDigest } from '../platform/clipboard.ts';
import { CLEAR_ALARM, scheduleClearing } from '../platform/clipboard-alarm.ts';
import { hasClipboardAccess } from '../platform/permissions.ts';
import { forgottenCopy } from '../storage/forgotten-copy.ts';
import { lastCopied } from '../storage/recent-passwords.ts';
import { endQuietly } from './end-quietly.ts';

/** Registers the timed clearing of the clipboard; call it synchronously when the background starts. */
export function registerClipboardClearing(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === CLEAR_ALARM) endQuietly(clearLastCopied());
  });
  // The permission prompt can close the popup before it sets the alarm, so the background sets it too.
  browser.permissions.onAdded.addListener(() => endQuietly(scheduleClearing()));
}

async function clearLastCopied(): Promise<void> {
  const copied = await copiedDigest();
  if (copied && (await hasClipboardAccess())) await clearIfHolding(copied);
  await forgottenCopy.update(() => null);
}

/** The digest of the password that was copied last, even if it has been erased with a private window. */
async function copiedDigest(): Promise<SaltedDigest | undefined> {
  const [entry, forgotten] = await Promise.all([lastCopied(), forgottenCopy.read()]);
  if (forgotten && forgotten.copiedAt > (entry?.copiedAt ?? 0)) return forgotten;
  if (!entry) return undefined;
  const salt = crypto.randomUUID();
  return { salt, digest: await saltedDigest(entry.password, salt) };
}

interface SaltedDigest {
  readonly salt: string;
  readonly digest: string;
}

/** Clears the clipboard only if it holds exactly the password of the digest; true if it did. */
async function clearIfHolding({ salt, digest }: SaltedDigest): Promise<boolean> {
  // Firefox's background page has a clipboard. Chromium's worker has none, so an offscreen document clears
  // it. The message to that document carries a digest, because no message carries a password.
  const expected = { salt, digest };
  return browser.offscreen ? clearOffscreen(expected) : clearIfDigest(expected, asyncClipboard);
}

async function clearOffscreen(expected: SaltedDigest): Promise<boolean> {
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['CLIPBOARD'],
    justification: 'Clears a copied password from the clipboard.',
  });
  try {
    const answer = await sendMessage('background-to-offscreen:clear-clipboard', expected);
    return answer.ok && answer.reply;
  } finally {
    await browser.offscreen.closeDocument();
  }
}
