import { describeOutcome, isFilled } from '../../lib/platform/fill-outcome.ts';
import { frameAsk } from '../../lib/platform/frame-ask.ts';
import { message } from '../../lib/platform/i18n.ts';
import { sendMessage } from '../../lib/platform/messages.ts';
import { askToCall, patternOf } from '../../lib/platform/permissions.ts';
import type { ShownPassword } from '../hooks/use-popup-password.ts';
import { useStored } from '../hooks/use-stored.ts';
import type { SurveyedTab } from '../hooks/use-tab-survey.ts';
import type { Note } from './Notes.tsx';

interface ForeignFramesProps {
  shown: ShownPassword | undefined;
  survey: SurveyedTab | undefined;
  tell: (note: Note) => void;
}

/** Where the page itself has no field: an offer to look into its frames of other sites, by a permission for one. */
export function ForeignFrames({ shown, survey, tell }: ForeignFramesProps) {
  const [ask] = useStored(frameAsk);
  if (!survey?.foreign || !shown) return null;
  const hosts = survey.foreign.map((origin) => new URL(origin).host);
  // Chromium's question closes the popup: what came of it is seen when the popup is opened again.
  const declined = ask && !ask.outcome && ask.tabId === survey.tabId && hosts.includes(ask.host);
  const allow = async (origin: string) => {
    const note = await allowAndFill(shown, survey.tabId, origin);
    if (note) tell(note);
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
): Promise<Note | undefined> {
  const matchPattern = patternOf(origin);
  const { host } = new URL(origin);
  const ask = { tabId, host, matchPattern, password, at: Date.now(), ...(madeBy && { madeBy }) };
  // Without a pause between the two: waiting uses Firefox's gesture up, and Chromium's question closes the popup.
  const written = frameAsk.write(ask);
  const allowed = await askToCall(matchPattern);
  await written;
  const outcome = allowed && (await sendMessage('popup-to-background:fill-granted', {}));
  if (!outcome) return undefined;
  return { kind: isFilled(outcome) ? 'said' : 'warning', text: describeOutcome(outcome) };
}
