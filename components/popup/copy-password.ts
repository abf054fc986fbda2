import { message } from '../../lib/i18n/message.ts';
import { copyText } from '../../lib/platform/clipboard.ts';
import { scheduleClearing } from '../../lib/platform/clipboard-alarm.ts';
import { inPrivateWindow } from '../../lib/platform/private-window.ts';
import { unsavedReason } from '../../lib/storage/lock.ts';
import {
  entriesOf,
  type PasswordEntry,
  recentPasswords,
  rememberPassword,
} from '../../lib/storage/recent-passwords.ts';
import type { Notice } from './Notices.tsx';

/** A password to copy, and the server that made it. */
type Copied = Pick<PasswordEntry, 'password' | 'madeBy'>;

/**
 * Remembers the password and copies it. Both start within the click, because browsers copy only for a page
 * with the focus, and a popup can lose it in the next moment. `late` copies for a click that had to wait.
 * Where the browser or a policy blocks copying, the password is selected, because the keys for copying still
 * work. Never rejects.
 */
export async function copyPassword(
  copied: Copied,
  late?: (password: string) => Promise<void>,
): Promise<Notice> {
  const remembered = remember(copied);
  try {
    await (late ?? copyText)(copied.password);
  } catch {
    if (late) return { kind: 'warning', text: message('popup_copy_late') };
    const isSelected = selectShown(copied.password);
    return { kind: 'warning', text: message(isSelected ? 'popup_copy_selected' : 'popup_copy_failed') };
  }
  return confirmCopy(remembered);
}

/** Remembers a password that the person has copied without the button. Never rejects. */
export const noteCopied = (copied: Copied): Promise<Notice> => confirmCopy(remember(copied));

/** What has become of a copied password: `kept` is in the list already, but not as copied now. */
type Remembered = 'yes' | 'kept' | 'busy' | 'failed';

async function remember({ password, madeBy }: Copied): Promise<Remembered> {
  const incognito = await inPrivateWindow();
  try {
    await rememberPassword({ action: 'copied', password, incognito, ...(madeBy && { madeBy }) });
    return 'yes';
  } catch (error) {
    const entries = entriesOf(await recentPasswords.read().catch(() => []), incognito);
    if (entries.some((entry) => entry.password === password)) return 'kept';
    return unsavedReason(error) === 'storage_busy' ? 'busy' : 'failed';
  }
}

async function confirmCopy(remembering: Promise<Remembered>): Promise<Notice> {
  // Without the settings nothing is promised of the clipboard.
  const clears = scheduleClearing().catch(() => false);
  const remembered = await remembering;
  if (remembered === 'yes') return { kind: (await clears) ? 'clearing' : 'copied' };
  // Only what is stored as copied is cleared, so clearing is not promised.
  if (remembered === 'kept') return { kind: 'info', text: message('popup_copied') };
  const isBusy = remembered === 'busy';
  return { kind: 'warning', text: message(isBusy ? 'popup_copied_unsaved' : 'popup_copied_unkept') };
}

/** Selects the password where the popup shows it; false if it shows another. */
function selectShown(password: string): boolean {
  const places = [...document.querySelectorAll('#password, #last-password code')];
  const shown = places.find(({ textContent }) => textContent === password);
  if (shown) getSelection()?.selectAllChildren(shown);
  return shown !== undefined;
}
