import { describeOutcome } from '../../lib/i18n/describe-outcome.ts';
import { type FillOutcome, isFilled } from '../../lib/messaging/fill-outcome.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { rememberPassword } from '../../lib/storage/recent-passwords.ts';
import type { Notice } from './Notices.tsx';
import type { ShownPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

/** Records the shown password in the history, has the background fill it, and returns the result. */
export async function fillShown(
  { password, madeBy }: ShownPassword,
  { tabId, host }: SurveyedTab,
): Promise<Notice> {
  const { id } = await rememberPassword({ action: 'filled', password, host, ...(madeBy && { madeBy }) });
  return noticeOf(await sendMessage('popup-to-background:fill', { tabId, entryId: id }));
}

/** The outcome of a fill as a notice. */
export function noticeOf(outcome: FillOutcome): Notice {
  return { kind: isFilled(outcome) ? 'info' : 'warning', text: describeOutcome(outcome) };
}
