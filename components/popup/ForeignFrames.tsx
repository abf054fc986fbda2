import { describeOutcome } from '../../lib/i18n/describe-outcome.ts';
import { message } from '../../lib/i18n/message.ts';
import { isFilled } from '../../lib/messaging/fill-outcome.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { matchPatternOf, requestOriginAccess } from '../../lib/platform/permissions.ts';
import { pendingFill } from '../../lib/storage/pending-fill.ts';
import { useStored } from '../hooks/use-stored.ts';
import type { Notice } from './Notes.tsx';
import type { ShownPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface ForeignFramesProps {
  shown: ShownPassword | undefined;
  survey: SurveyedTab | undefined;
  notify: (note: Notice) => void;
}

/** Where the page itself has no field: an offer to look into its frames of other sites, by a permission for one. */
export function ForeignFrames({ shown, survey, notify }: ForeignFramesProps) {
  const [ask] = useStored(pendingFill);
  if (!survey?.foreign || !shown) return null;
  const hosts = survey.foreign.map((origin) => new URL(origin).host);
  // Chromium's question closes the popup: what came of it is seen when the popup is opened again.
  const declined = ask && !ask.outcome && ask.tabId === survey.tabId && hosts.includes(ask.host);
  const allow = async (origin: string) => {
    const note = await allowAndFill(shown, survey.tabId, origin);
    if (note) notify(note);
  };
  return (
    <p class="note" id="foreign-frames" data-tone={declined ? 'warning' : undefined}>
      {declined ? message('popup_frame_declined', ask.host) : message('popup_foreign')}
      {survey.foreign.map((origin, at) => (
        <button type="button" class="link" key={origin} onClick={() => void allow(origin)}>
          {message('popup_allow_frame', hosts[at] ?? '')}
        </button>
      ))}
    </p>
  );
}

/** Asks the person, and has the background fill; `undefined` where there was no permission. */
async function allowAndFill(
  { password, madeBy }: ShownPassword,
  tabId: number,
  origin: string,
): Promise<Notice | undefined> {
  const matchPattern = matchPatternOf(origin);
  const { host } = new URL(origin);
  const ask = { tabId, host, matchPattern, password, at: Date.now(), ...(madeBy && { madeBy }) };
  // Without a pause between the two: waiting uses Firefox's gesture up, and Chromium's question closes the popup.
  const written = pendingFill.write(ask);
  const allowed = await requestOriginAccess(matchPattern);
  await written;
  const outcome = allowed && (await sendMessage('popup-to-background:fill-granted', {}));
  if (!outcome) return undefined;
  return { kind: isFilled(outcome) ? 'said' : 'warning', text: describeOutcome(outcome) };
}
