import { browser } from 'wxt/browser';
import { saltedDigest } from '../platform/clipboard.ts';
import { isClearingScheduled } from '../platform/clipboard-alarm.ts';
import { tabExists } from '../platform/tabs.ts';
import { deletePrivateApiPasswords } from '../storage/api-passwords.ts';
import { forgottenCopy } from '../storage/forgotten-copy.ts';
import { deleteLastOutcome } from '../storage/last-outcome.ts';
import { privateLearntRules } from '../storage/learnt-rules.ts';
import { pendingFill } from '../storage/pending-fill.ts';
import { deletePrivatePasswords, lastCopied } from '../storage/recent-passwords.ts';
import { endQuietly } from './end-quietly.ts';

/**
 * Registers the erasing of what private windows have left; call it synchronously when the background starts.
 * It is erased at every start as well, because the browser may have ended while the background was stopped.
 */
export function registerPrivateWindows(): void {
  browser.windows.onRemoved.addListener((windowId) => endQuietly(eraseAfterPrivateWindows(windowId)));
  endQuietly(eraseAfterPrivateWindows());
}

/**
 * Erases what private windows have left, unless one is still open. A window that has just been `removed` may
 * still be listed. Also called after work for a private window, which may have closed meanwhile.
 */
export async function eraseAfterPrivateWindows(removed?: number): Promise<void> {
  const windows = await browser.windows.getAll();
  if (windows.some(({ id, incognito }) => incognito && id !== removed)) return;
  await keepCopyRecognizable();
  await Promise.all([
    deletePrivatePasswords(),
    deletePrivateApiPasswords(),
    deleteLastOutcome(true),
    privateLearntRules.update((learnt) => (Object.keys(learnt).length > 0 ? {} : learnt)),
    deletePendingFillOfClosedTab(),
  ]);
}

/** Keeps a digest of a copied password until the clipboard is cleared of it. */
async function keepCopyRecognizable(): Promise<void> {
  const copied = await lastCopied();
  if (!copied?.incognito || copied.copiedAt === undefined || !(await isClearingScheduled())) return;
  const { password, copiedAt } = copied;
  const salt = crypto.randomUUID();
  const digest = await saltedDigest(password, salt);
  await forgottenCopy.update(() => ({ salt, digest, copiedAt }));
}

/** A pending fill holds a password and a host, and it can never run once its tab is gone. */
async function deletePendingFillOfClosedTab(): Promise<void> {
  const pending = await pendingFill.read();
  if (!pending || (await tabExists(pending.tabId))) return;
  await pendingFill.update((stored) => (stored?.at === pending.at ? undefined : stored));
}
