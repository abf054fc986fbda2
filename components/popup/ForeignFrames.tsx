import { message } from '../../lib/i18n/message.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { matchPatternOf, requestOriginAccessFor } from '../../lib/platform/permissions.ts';
import { unlessBusy } from '../../lib/storage/lock.ts';
import { endPendingFill, type PendingFill, pendingFill } from '../../lib/storage/pending-fill.ts';
import { notFilled, noticeOf } from './fill-shown.ts';
import type { Notice } from './Notices.tsx';
import { useDeclinedFill } from './use-declined-fill.ts';
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
  const [declined, decline] = useDeclinedFill();
  if (!survey?.foreign || !shown) return null;
  const allowAndFill = (origin: string) => {
    const pending = pendingFillOf(shown, survey, origin);
    return fillIfAllowed(pending, () => decline(pending));
  };
  const isDeclined = declined?.tabId === survey.tabId && survey.foreign.includes(declined.origin);
  return (
    <p class="note" id="foreign-frames" data-tone={isDeclined ? 'warning' : undefined}>
      {isDeclined ? message('popup_frame_declined', hostOf(declined.origin)) : message('popup_foreign')}
      {survey.foreign.map((origin) => (
        <button
          type="button"
          class="link"
          key={origin}
          onClick={() => fill(shown, () => allowAndFill(origin))}
        >
          {message('popup_allow_frame', hostOf(origin))}
        </button>
      ))}
    </p>
  );
}

const hostOf = (origin: string) => new URL(origin).host;

function pendingFillOf(
  { password, madeBy }: ShownPassword,
  { tabId, pageId }: SurveyedTab,
  origin: string,
): PendingFill {
  const matchPattern = matchPatternOf(origin);
  const optional = { ...(pageId && { pageId }), ...(madeBy && { madeBy }) };
  return { tabId, origin, matchPattern, password, at: Date.now(), ...optional };
}

/**
 * Requests the permission, then has the background fill the frame; `undefined` without the permission. Never
 * rejects.
 */
async function fillIfAllowed(pending: PendingFill, decline: () => void): Promise<Notice | undefined> {
  try {
    return await requestAndFill(pending, decline);
  } catch (error) {
    return notFilled(error);
  }
}

async function requestAndFill(pending: PendingFill, decline: () => void): Promise<Notice | undefined> {
  const stored = pendingFill.update(() => pending);
  const guarded = stored.then(() => sendMessage('popup-to-background:guard-pending', {}));
  // Where it is not stored, what follows says so.
  guarded.catch(() => undefined);
  const allowed = await requestOriginAccessFor(stored, pending.matchPattern);
  await stored;
  if (!allowed) {
    decline();
    await unlessBusy(endPendingFill(pending));
    return undefined;
  }
  const answer = await sendMessage('popup-to-background:fill-granted', {});
  if (!answer.ok) return noticeOf(answer);
  return answer.reply && noticeOf({ ok: true, reply: answer.reply });
}
