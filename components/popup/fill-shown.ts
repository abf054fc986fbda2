import { describeMessageFailure } from '../../lib/i18n/describe-message-failure.ts';
import { describeOutcome } from '../../lib/i18n/describe-outcome.ts';
import { type FillOutcome, isFilled } from '../../lib/messaging/fill-outcome.ts';
import { type Answer, sendMessage } from '../../lib/messaging/messages.ts';
import { inPrivateWindow } from '../../lib/platform/private-window.ts';
import { unlessBusy } from '../../lib/storage/lock.ts';
import { rememberPassword } from '../../lib/storage/recent-passwords.ts';
import type { Notice } from './Notices.tsx';
import type { ShownPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

/**
 * Remembers the shown password, has the background fill it, and returns the result; `undefined` if the
 * storage is busy, which the popup then reports.
 */
export async function fillShown(
  { password, madeBy }: ShownPassword,
  { tabId, host, frame }: SurveyedTab,
): Promise<Notice | undefined> {
  if (!frame) return undefined;
  const incognito = await inPrivateWindow();
  const use = { action: 'filled', password, host, incognito, ...(madeBy && { madeBy }) } as const;
  const entry = await unlessBusy(rememberPassword(use));
  if (!entry) return undefined;
  return noticeOf(await sendMessage('popup-to-background:fill', { tabId, entryId: entry.id, frame }));
}

/** The outcome of a fill as a notice, or why the background has not answered. */
export function noticeOf(answer: Answer<FillOutcome>): Notice {
  if (!answer.ok) return { kind: 'warning', text: describeMessageFailure(answer.failure) };
  return { kind: isFilled(answer.reply) ? 'info' : 'warning', text: describeOutcome(answer.reply) };
}
