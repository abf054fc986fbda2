import { message } from '../../lib/i18n/message.ts';
import { scheduleClearing } from '../../lib/platform/clipboard-alarm.ts';
import { requestClipboardAccess } from '../../lib/platform/permissions.ts';
import { type ClipboardSettings, clipboardSettings } from '../../lib/storage/clipboard-settings.ts';
import { useStored } from '../hooks/use-stored.ts';

/** What the popup last has to say about what was done. */
export type Notice =
  | { readonly kind: 'copied' }
  /** Copied, and the clipboard will be cleared. */
  | { readonly kind: 'clearing' }
  | { readonly kind: 'said' | 'warning'; readonly text: string };

/** The line below the buttons that says what happened; after a copy it offers to clear the clipboard. */
export function Notices({ note, notify }: { note: Notice | undefined; notify: (note: Notice) => void }) {
  const [settings, store] = useStored(clipboardSettings);
  return (
    <div role="status" id="note">
      {note && settings ? (
        <p class="note" data-tone={note.kind === 'warning' ? 'warning' : undefined}>
          {sentence(note, settings)}
          {note.kind === 'copied' && settings.offer ? (
            <ClearOffer settings={settings} store={store} notify={notify} />
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

function sentence(note: Notice, { seconds }: ClipboardSettings): string {
  if (note.kind === 'copied') return message('popup_copied');
  return note.kind === 'clearing' ? message('clear_scheduled', String(seconds)) : note.text;
}

interface ClearOfferProps {
  settings: ClipboardSettings;
  store: (settings: ClipboardSettings) => void;
  notify: (note: Notice) => void;
}

function ClearOffer({ settings, store, notify }: ClearOfferProps) {
  const accept = async () => {
    const allowed = await requestClipboardAccess();
    if (allowed && (await scheduleClearing())) notify({ kind: 'clearing' });
  };
  return (
    <span class="offer">
      {message('clear_offer', String(settings.seconds))}{' '}
      <button type="button" class="link" id="clear-accept" onClick={() => void accept()}>
        {message('clear_accept')}
      </button>{' '}
      <button
        type="button"
        class="link"
        id="clear-decline"
        onClick={() => store({ ...settings, offer: false })}
      >
        {message('clear_decline')}
      </button>
    </span>
  );
}
