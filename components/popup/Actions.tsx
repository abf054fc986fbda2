import { useLayoutEffect, useRef } from 'preact/hooks';
import { describeOutcome } from '../../lib/i18n/describe-outcome.ts';
import { message } from '../../lib/i18n/message.ts';
import { isFilled } from '../../lib/messaging/fill-outcome.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { copyText } from '../../lib/platform/clipboard.ts';
import { scheduleClearing } from '../../lib/platform/clipboard-alarm.ts';
import { rememberPassword } from '../../lib/storage/recent-passwords.ts';
import { Icon } from '../shared/Icon.tsx';
import type { Notice } from './Notes.tsx';
import type { ShownPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface ActionsProps {
  /** `undefined` where there is none. */
  shown: ShownPassword | undefined;
  survey: SurveyedTab | undefined;
  again: () => void;
  notify: (note: Notice) => void;
  /** Tells how a fill went. */
  tellFill: (note: Notice) => void;
}

/**
 * Copy, Fill where the page has something to fill, and Make another. Fill's place is kept free until the page has told, so
 * that it does not come under a pointer that is on its way to Copy.
 */
export function Actions({ shown, survey, again, notify, tellFill }: ActionsProps) {
  const copyButton = useRef<HTMLButtonElement>(null);
  const disabled = shown === undefined;
  useLayoutEffect(() => {
    if (disabled) return; // nothing can have the focus before there is something to copy
    // Firefox may open the popup before its window has the focus, and then drops what was focused.
    const focusCopy = () => {
      if (document.activeElement === document.body) copyButton.current?.focus();
    };
    focusCopy();
    window.addEventListener('focus', focusCopy);
    return () => window.removeEventListener('focus', focusCopy);
  }, [disabled]);
  return (
    <div class="actions" data-looking={survey === undefined || undefined}>
      <button
        type="button"
        id="copy"
        class="button primary"
        ref={copyButton}
        disabled={disabled}
        onClick={() => shown && void copy(shown).then(notify)}
      >
        {message('popup_copy')}
      </button>
      {survey && survey.fields > 0 ? (
        <button
          type="button"
          id="fill"
          class="button"
          disabled={disabled}
          onClick={() => shown && void fillShown(shown, survey).then(tellFill)}
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

async function copy({ password, madeBy }: ShownPassword): Promise<Notice> {
  const remembered = rememberPassword({ action: 'copied', password, ...(madeBy && { madeBy }) });
  try {
    await copyText(password);
  } catch {
    return { kind: 'warning', text: message('popup_copy_failed') };
  }
  await remembered;
  return { kind: (await scheduleClearing()) ? 'clearing' : 'copied' };
}

/** Writes the shown password down, has it filled, and says how that went. */
export async function fillShown(
  { password, madeBy }: ShownPassword,
  { tabId, host }: SurveyedTab,
): Promise<Notice> {
  const { id } = await rememberPassword({ action: 'filled', password, host, ...(madeBy && { madeBy }) });
  const outcome = await sendMessage('popup-to-background:fill', { tabId, entryId: id });
  return { kind: isFilled(outcome) ? 'said' : 'warning', text: describeOutcome(outcome) };
}
