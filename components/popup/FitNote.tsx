import { message } from '../../lib/platform/i18n.ts';
import type { TabSurvey } from '../../lib/platform/messages.ts';

interface FitNoteProps {
  survey: TabSurvey | undefined;
  options: object;
  password: string | undefined;
}

/** Says when the page takes less than was asked for: the password was shortened, or it does not fit. */
export function FitNote({ survey, options, password }: FitNoteProps) {
  const { maxLength, host = '' } = survey ?? {};
  if (maxLength === undefined || password === undefined) return null;
  if (password.length > maxLength) {
    return (
      <p class="note" data-tone="warning">
        {message('fill_too_long', String(maxLength))}
      </p>
    );
  }
  const asked = 'length' in options && typeof options.length === 'number' ? options.length : 0;
  if (asked <= maxLength) return null;
  return <p class="note">{message('popup_shortened', host, String(maxLength))}</p>;
}
