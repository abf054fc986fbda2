import { describeMessageFailure } from '../../lib/i18n/describe-message-failure.ts';
import { message } from '../../lib/i18n/message.ts';
import { plural } from '../../lib/i18n/plural.ts';
import { sendMessage, type UndoReply } from '../../lib/messaging/messages.ts';
import type { Notice } from './Notices.tsx';
import type { SurveyedTab } from './use-tab-survey.ts';

interface UndoFillProps {
  survey: SurveyedTab | undefined;
  notify: (notice: Notice) => void;
}

/** A button that restores the old values of the fields, if the page still holds the last fill. */
export function UndoFill({ survey, notify }: UndoFillProps) {
  const { undo = 0, tabId = -1 } = survey ?? {};
  if (undo === 0) return null;
  return (
    <p class="note" id="undo-fill">
      {plural('popup_undo', undo)}{' '}
      <button type="button" class="link" id="undo" onClick={() => void undoFill(tabId).then(notify)}>
        {message('popup_undo_button')}
      </button>
    </p>
  );
}

async function undoFill(tabId: number): Promise<Notice> {
  const answer = await sendMessage('popup-to-background:undo', { tabId });
  if (!answer.ok) return { kind: 'warning', text: describeMessageFailure(answer.failure) };
  const { reply } = answer;
  const isUndone = reply.left === 0 && reply.restored > 0;
  return { kind: isUndone ? 'info' : 'warning', text: describeUndo(reply) };
}

function describeUndo({ restored, left }: UndoReply): string {
  if (restored === 0) return message('popup_undone_none');
  return left === 0 ? message('popup_undone') : plural('popup_undone_some', left);
}
