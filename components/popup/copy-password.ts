import { message } from '../../lib/i18n/message.ts';
import { copyText } from '../../lib/platform/clipboard.ts';
import { scheduleClearing } from '../../lib/platform/clipboard-alarm.ts';
import { inPrivateWindow } from '../../lib/platform/private-window.ts';
import { unlessBusy } from '../../lib/storage/lock.ts';
import { type PasswordEntry, rememberPassword } from '../../lib/storage/recent-passwords.ts';
import type { Notice } from './Notices.tsx';

/** A password to copy, and the server that made it. */
type Copied = Pick<PasswordEntry, 'password' | 'madeBy'>;

/**
 * Remembers the password and copies it. Both start within the click, because browsers copy only for a page
 * with the focus, and a popup can lose it in the next moment. `late` copies for a click that had to wait.
 */
export async function copyPassword(
  copied: Copied,
  late?: (password: string) => Promise<void>,
): Promise<Notice> {
  const remembered = remember(copied);
  try {
    await (late ?? copyText)(copied.password);
  } catch {
    return { kind: 'warning', text: message(late ? 'popup_copy_late' : 'popup_copy_failed') };
  }
  return confirmCopy(remembered);
}

/** Remembers a password that the person has copied without the button. */
export const noteCopied = (copied: Copied): Promise<Notice> => confirmCopy(remember(copied));

async function remember({ password, madeBy }: Copied) {
  const incognito = await inPrivateWindow();
  return unlessBusy(rememberPassword({ action: 'copied', password, incognito, ...(madeBy && { madeBy }) }));
}

async function confirmCopy(remembered: Promise<unknown>): Promise<Notice> {
  // Without the settings nothing is promised of the clipboard.
  const clears = scheduleClearing().catch(() => false);
  if (!(await remembered)) return { kind: 'warning', text: message('popup_copied_unsaved') };
  return { kind: (await clears) ? 'clearing' : 'copied' };
}
