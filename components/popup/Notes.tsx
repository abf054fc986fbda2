import { scheduleClearing } from '../../lib/platform/clipboard-alarm.ts';
import { message } from '../../lib/platform/i18n.ts';
import { askToClearClipboard } from '../../lib/platform/permissions.ts';
import { type ClipboardSettings, clipboardSettings } from '../../lib/platform/settings.ts';
import { useStored } from '../hooks/use-stored.ts';

/** What the popup last has to say about what was done. */
export type Note =
  | { readonly kind: 'copied' }
  /** Copied, and the clipboard will be cleared. */
  | { readonly kind: 'clearing' }
  | { readonly kind: 'said' | 'warning'; readonly text: string };

/** The line below the buttons that says what happened; after a copy it offers to clear the clipboard. */
export function Notes({ note, tell }: { note: Note | undefined; tell: (note: Note) => void }) {
  const [settings, store] = useStored(clipboardSettings);
  return (
    <div role="status" id="note">
      {note && settings ? (
        <p class="note" data-tone={note.kind === 'warning' ? 'warning' : undefined}>
          {sentence(note, settings)}
          {note.kind === 'copied' && settings.offer ? (
            <ClearOffer settings={settings} store={store} tell={tell} />
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

function sentence(note: Note, { seconds }: ClipboardSettings): string {
  if (note.kind === 'copied') return message('popup_copied');
  return note.kind === 'clearing' ? message('clear_scheduled', String(seconds)) : note.text;
}

interface ClearOfferProps {
  settings: ClipboardSettings;
  store: (settings: ClipboardSettings) => void;
  tell: (note: Note) => void;
}

function ClearOffer({ settings, store, tell }: ClearOfferProps) {
  const accept = async () => {
    const allowed = await askToClearClipboard();
    if (allowed && (await scheduleClearing())) tell({ kind: 'clearing' });
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
