import { useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { isFilled } from '../../lib/messaging/fill-outcome.ts';
import { copyText } from '../../lib/platform/clipboard.ts';
import { scheduleClearing } from '../../lib/platform/clipboard-alarm.ts';
import { unlessBusy } from '../../lib/storage/lock.ts';
import {
  entriesOf,
  type PasswordEntry,
  recentPasswords,
  rememberPassword,
} from '../../lib/storage/recent-passwords.ts';
import { usePrivateWindow } from '../hooks/use-private-window.ts';
import { useStored } from '../hooks/use-stored.ts';
import { Icon } from '../shared/Icon.tsx';
import { PasswordText } from '../shared/PasswordText.tsx';

/** The password copied or filled last in windows of this sort: where it went; shows and copies it again. */
export function LastPassword() {
  const [entries] = useStored(recentPasswords);
  const incognito = usePrivateWindow();
  const [shown, setShown] = useState(false);
  const last = entries && incognito !== undefined ? entriesOf(entries, incognito)[0] : undefined;
  if (!last) return null;
  return (
    <footer class="last" id="last-password">
      {shown ? (
        <code>
          <PasswordText password={last.password} />
        </code>
      ) : (
        <p>{describeEntry(last)}</p>
      )}
      <button
        type="button"
        class="icon"
        aria-label={message(shown ? 'last_hide' : 'last_show')}
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        <Icon name="show" />
      </button>
      <button
        type="button"
        class="icon"
        aria-label={message('last_copy')}
        onClick={() => void copyAgain(last)}
      >
        <Icon name="copy" />
      </button>
    </footer>
  );
}

/** What was last done with the password, and the server that made it, if any. */
function describeEntry(entry: PasswordEntry): string {
  const { madeBy } = entry;
  return madeBy ? `${describeUse(entry)} · ${message('last_made_by', madeBy)}` : describeUse(entry);
}

function describeUse({ at, host, outcome }: PasswordEntry): string {
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at);
  if (host === undefined) return message('last_copied', time);
  const site = host || message('last_sandbox');
  return message(outcome && isFilled(outcome) ? 'last_filled' : 'last_unfilled', site, time);
}

async function copyAgain({ password }: PasswordEntry): Promise<void> {
  void unlessBusy(rememberPassword({ action: 'copied', password }));
  await copyText(password);
  await scheduleClearing();
}
