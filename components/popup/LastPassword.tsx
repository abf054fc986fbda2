import { useRef, useState } from 'preact/hooks';
import { formatTime } from '../../lib/i18n/format-time.ts';
import { message } from '../../lib/i18n/message.ts';
import { isFilled } from '../../lib/messaging/fill-outcome.ts';
import { entriesOf, type PasswordEntry, recentPasswords } from '../../lib/storage/recent-passwords.ts';
import { usePrivateWindow } from '../hooks/use-private-window.ts';
import { useStored } from '../hooks/use-stored.ts';
import { Icon } from '../shared/Icon.tsx';
import { PasswordText } from '../shared/PasswordText.tsx';
import { copyPassword, noteCopied } from './copy-password.ts';
import type { Notice } from './Notices.tsx';
import { useHandCopy } from './use-hand-copy.ts';

/** The password copied or filled last in windows of this sort: where it went; shows and copies it again. */
export function LastPassword({ notify }: { notify: (notice: Notice) => void }) {
  const [entries] = useStored(recentPasswords);
  const incognito = usePrivateWindow();
  const [shown, setShown] = useState(false);
  const last = incognito === undefined ? undefined : entriesOf(entries ?? [], incognito)[0];
  if (!last) return null;
  const report = async (done: Promise<Notice>) => {
    const notice = await done;
    if (notice.kind !== 'warning') return notify({ kind: 'info', text: message('last_copied_again') });
    // Whoever has to copy it by hand has to see it.
    setShown(true);
    notify(notice);
  };
  return (
    <footer class="last" id="last-password">
      {shown ? (
        <Revealed entry={last} copied={() => void report(noteCopied(last))} />
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
        onClick={() => void report(copyPassword(last))}
      >
        <Icon name="copy" />
      </button>
    </footer>
  );
}

function Revealed({ entry, copied }: { entry: PasswordEntry; copied: () => void }) {
  const code = useRef<HTMLElement>(null);
  useHandCopy(code, { text: entry.password, copied });
  return (
    <code ref={code}>
      <PasswordText password={entry.password} />
    </code>
  );
}

/** What was last done with the password, and the server that made it, if any. */
function describeEntry(entry: PasswordEntry): string {
  const { madeBy } = entry;
  return madeBy ? `${describeUse(entry)} · ${message('last_made_by', madeBy)}` : describeUse(entry);
}

function describeUse({ at, host, outcome }: PasswordEntry): string {
  const time = formatTime(at);
  if (host === undefined) return message('last_copied', time);
  // Frames without an origin are never filled, so only a file has no host.
  const site = host || message('last_file');
  return message(outcome && isFilled(outcome) ? 'last_filled' : 'last_unfilled', site, time);
}
