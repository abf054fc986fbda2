import { useEffect, useRef } from 'preact/hooks';
import { copyText } from '../../lib/platform/clipboard.ts';
import { scheduleClearing } from '../../lib/platform/clipboard-alarm.ts';
import { describeOutcome, isFilled } from '../../lib/platform/fill-outcome.ts';
import { message } from '../../lib/platform/i18n.ts';
import { sendMessage, type TabSurvey } from '../../lib/platform/messages.ts';
import { rememberPassword } from '../../lib/platform/recent-passwords.ts';
import { Icon } from '../shared/Icon.tsx';
import type { Note } from './Notes.tsx';

interface ActionsProps {
  /** `undefined` where none can be made. */
  password: string | undefined;
  survey: (TabSurvey & { tabId: number }) | undefined;
  again: () => void;
  tell: (note: Note) => void;
}

/** Copy, Fill where the page has something to fill, and Make another. */
export function Actions({ password, survey, again, tell }: ActionsProps) {
  const copyButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Firefox may open the popup before its window has the focus, and then drops what was focused.
    const focusCopy = () => {
      if (document.activeElement === document.body) copyButton.current?.focus();
    };
    focusCopy();
    window.addEventListener('focus', focusCopy);
    return () => window.removeEventListener('focus', focusCopy);
  }, []);
  const disabled = password === undefined;
  return (
    <div class="actions">
      <button
        type="button"
        id="copy"
        class="button primary"
        ref={copyButton}
        disabled={disabled}
        onClick={() => password && void copy(password).then(tell)}
      >
        {message('popup_copy')}
      </button>
      {survey && survey.fields > 0 ? (
        <button
          type="button"
          id="fill"
          class="button"
          disabled={disabled}
          onClick={() => password && void fill(password, survey).then(tell)}
        >
          {survey.fields === 1 ? message('popup_fill_one') : message('popup_fill', String(survey.fields))}
        </button>
      ) : null}
      <button type="button" id="again" class="button" aria-label={message('popup_again')} onClick={again}>
        <Icon name="again" />
      </button>
    </div>
  );
}

async function copy(password: string): Promise<Note> {
  const remembered = rememberPassword({ how: 'copied', password });
  try {
    await copyText(password);
  } catch {
    return { kind: 'warning', text: message('popup_copy_failed') };
  }
  await remembered;
  return { kind: (await scheduleClearing()) ? 'clearing' : 'copied' };
}

async function fill(password: string, { tabId, host }: TabSurvey & { tabId: number }): Promise<Note> {
  const { id } = await rememberPassword({ how: 'filled', password, host });
  const outcome = await sendMessage('popup-to-background:fill', { tabId, entryId: id });
  return { kind: isFilled(outcome) ? 'said' : 'warning', text: describeOutcome(outcome) };
}
