import { message } from '../../lib/i18n/message.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { matchPatternOf, requestOriginAccessFor } from '../../lib/platform/permissions.ts';
import { unlessBusy } from '../../lib/storage/lock.ts';
import { pendingFill } from '../../lib/storage/pending-fill.ts';
import { useStored } from '../hooks/use-stored.ts';
import { noticeOf } from './fill-shown.ts';
import type { Notice } from './Notices.tsx';
import type { PasswordActions } from './use-password-actions.ts';
import type { ShownPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface ForeignFramesProps {
  shown: ShownPassword | undefined;
  survey: SurveyedTab | undefined;
  fill: PasswordActions['fill'];
}

/**
 * Offers to fill a frame of another site if no other field was found. That needs a permission for the site.
 */
export function ForeignFrames({ shown, survey, fill }: ForeignFramesProps) {
  const [pending] = useStored(pendingFill);
  if (!survey?.foreign || !shown) return null;
  const hosts = survey.foreign.map((origin) => new URL(origin).host);
  // Chromium's prompt closes the popup, so the answer shows only when the popup is opened again.
  const declined =
    pending && !pending.outcome && pending.tabId === survey.tabId && hosts.includes(pending.host);
  return (
    <p class="note" id="foreign-frames" data-tone={declined ? 'warning' : undefined}>
      {declined ? message('popup_frame_declined', pending.host) : message('popup_foreign')}
      {survey.foreign.map((origin, at) => (
        <button
          type="button"
          class="link"
          key={origin}
          onClick={() => fill(shown, () => allowAndFill(shown, survey.tabId, origin))}
        >
          {message('popup_allow_frame', hosts[at] ?? '')}
        </button>
      ))}
    </p>
  );
}

/** Requests the permission, then has the background fill the frame; `undefined` without the permission. */
async function allowAndFill(
  { password, madeBy }: ShownPassword,
  tabId: number,
  origin: string,
): Promise<Notice | undefined> {
  const matchPattern = matchPatternOf(origin);
  const { host } = new URL(origin);
  const fill = { tabId, host, matchPattern, password, at: Date.now(), ...(madeBy && { madeBy }) };
  const stored = unlessBusy(pendingFill.update(() => fill));
  const allowed = await requestOriginAccessFor(stored, matchPattern);
  if (!allowed || !(await stored)) return undefined;
  const answer = await sendMessage('popup-to-background:fill-granted', {});
  if (!answer.ok) return noticeOf(answer);
  return answer.reply && noticeOf({ ok: true, reply: answer.reply });
}
