import { describeMessageFailure } from '../../lib/i18n/describe-message-failure.ts';
import { describeOutcome } from '../../lib/i18n/describe-outcome.ts';
import { message } from '../../lib/i18n/message.ts';
import { type FillOutcome, isFilled } from '../../lib/messaging/fill-outcome.ts';
import { type Answer, sendMessage } from '../../lib/messaging/messages.ts';
import { inPrivateWindow } from '../../lib/platform/private-window.ts';
import { unsavedReason } from '../../lib/storage/lock.ts';
import { rememberPassword } from '../../lib/storage/recent-passwords.ts';
import type { Notice } from './Notices.tsx';
import type { ShownPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

/**
 * Remembers the shown password, has the background fill it, and returns the result. A password that could not
 * be remembered is not filled. Never rejects.
 */
export async function fillShown(
  { password, madeBy }: ShownPassword,
  { tabId, host, frame }: SurveyedTab,
): Promise<Notice | undefined> {
  if (!frame) return undefined;
  try {
    const incognito = await inPrivateWindow();
    const use = { action: 'filled', password, host, incognito, ...(madeBy && { madeBy }) } as const;
    const { id: entryId } = await rememberPassword(use);
    return noticeOf(await sendMessage('popup-to-background:fill', { tabId, entryId, frame }));
  } catch (error) {
    return notFilled(error);
  }
}

/** Says that nothing was filled, and why: usually because the password could not be stored first. */
export function notFilled(error: unknown): Notice {
  const reason = message(unsavedReason(error) ?? 'message_failed');
  return { kind: 'warning', text: message('popup_not_filled', reason) };
}

/** The outcome of a fill as a notice, or why the background has not answered. */
export function noticeOf(answer: Answer<FillOutcome>): Notice {
  if (!answer.ok) return { kind: 'warning', text: describeMessageFailure(answer.failure) };
  return { kind: isFilled(answer.reply) ? 'info' : 'warning', text: describeOutcome(answer.reply) };
}
