import { message } from '../../lib/i18n/message.ts';
import { formatNumber } from '../../lib/i18n/plural.ts';
import { scheduleClearing } from '../../lib/platform/clipboard-alarm.ts';
import { requestClipboardAccess } from '../../lib/platform/permissions.ts';
import { type ClipboardSettings, clipboardSettings } from '../../lib/storage/clipboard-settings.ts';
import { orReport } from '../../lib/storage/lock.ts';
import { useStored } from '../hooks/use-stored.ts';
import { UseFitting } from './UseFitting.tsx';
import type { FitOffer } from './use-frozen-password.ts';

/** The result of the last action in the popup. */
export type Notice =
  | { readonly kind: 'copied' }
  /** Copied, and the clipboard will be cleared. */
  | { readonly kind: 'clearing' }
  | { readonly kind: 'info' | 'warning'; readonly text: string };

interface NoticesProps {
  notice: Notice | undefined;
  /** Takes the place of the offer to clear the clipboard. */
  offer: FitOffer | undefined;
  notify: (notice: Notice) => void;
}

/** The result of the last action, below the buttons. After a copy it offers to clear the clipboard. */
export function Notices({ notice, offer, notify }: NoticesProps) {
  const [settings, change] = useStored(clipboardSettings);
  const tone = notice?.kind === 'warning' ? 'warning' : undefined;
  const text = notice && settings && describeNotice(notice, settings);
  const decline = () => void change((current) => ({ ...current, offer: false }));
  return (
    <div role="status" id="note">
      {offer ? (
        <UseFitting notice={text} tone={tone} {...offer} />
      ) : notice && settings ? (
        <p class="note" data-tone={tone}>
          {text}
          {notice.kind === 'copied' && settings.offer ? (
            <ClearOffer settings={settings} decline={decline} notify={notify} />
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

function describeNotice(notice: Notice, { seconds }: ClipboardSettings): string {
  if (notice.kind === 'copied') return message('popup_copied');
  return notice.kind === 'clearing' ? message('clear_scheduled', formatNumber(seconds)) : notice.text;
}

interface ClearOfferProps {
  settings: ClipboardSettings;
  /** Never offers it again. */
  decline: () => void;
  notify: (notice: Notice) => void;
}

function ClearOffer({ settings, decline, notify }: ClearOfferProps) {
  const accept = async () => {
    const allowed = await requestClipboardAccess();
    if (allowed && (await scheduleClearing())) notify({ kind: 'clearing' });
  };
  return (
    <span class="offer">
      {message('clear_offer', formatNumber(settings.seconds))}{' '}
      <button type="button" class="link" id="clear-accept" onClick={() => void orReport(accept())}>
        {message('clear_accept')}
      </button>{' '}
      <button type="button" class="link" id="clear-decline" onClick={decline}>
        {message('clear_decline')}
      </button>
    </span>
  );
}
