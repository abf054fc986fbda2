import { message } from '../../lib/i18n/message.ts';
import { plural } from '../../lib/i18n/plural.ts';
import { copyText } from '../../lib/platform/clipboard.ts';
import { scheduleClearing } from '../../lib/platform/clipboard-alarm.ts';
import { unlessBusy } from '../../lib/storage/lock.ts';
import { rememberPassword } from '../../lib/storage/recent-passwords.ts';
import { Icon } from '../shared/Icon.tsx';
import { fillShown } from './fill-shown.ts';
import type { Notice } from './Notices.tsx';
import { useCopyFocus } from './use-copy-focus.ts';
import type { ShownPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface ActionsProps {
  /** `undefined` where there is none. */
  shown: ShownPassword | undefined;
  survey: SurveyedTab | undefined;
  regenerate: () => void;
  notify: (notice: Notice) => void;
  /** Receives the result of a fill. */
  notifyFill: (notice: Notice) => void;
}

/**
 * Copy, Fill where the page has a field for it, and Regenerate. The place of Fill stays free until the page
 * has been surveyed, because a button that appears must not come under a pointer on its way to Copy.
 */
export function Actions({ shown, survey, regenerate, notify, notifyFill }: ActionsProps) {
  const disabled = shown === undefined;
  const copyButton = useCopyFocus(!disabled);
  return (
    <div class="actions" data-looking={survey === undefined || undefined}>
      <button
        type="button"
        id="copy"
        class="button primary"
        ref={copyButton}
        disabled={disabled}
        onClick={() => shown && void copyShown(shown).then(notify)}
      >
        {message('popup_copy')}
      </button>
      {survey && survey.fields > 0 ? (
        <button
          type="button"
          id="fill"
          class="button"
          disabled={disabled}
          onClick={() =>
            shown && void fillShown(shown, survey).then((notice) => notice && notifyFill(notice))
          }
        >
          {plural('popup_fill', survey.fields)}
        </button>
      ) : null}
      <RegenerateButton regenerate={regenerate} />
    </div>
  );
}

function RegenerateButton({ regenerate }: { regenerate: () => void }) {
  return (
    <button type="button" id="again" class="button" aria-label={message('popup_again')} onClick={regenerate}>
      <Icon name="regenerate" />
    </button>
  );
}

/**
 * Remembers the password and copies it. Both start within the click, because browsers copy only for a page
 * with the focus, and a popup can lose it in the next moment.
 */
async function copyShown({ password, madeBy }: ShownPassword): Promise<Notice> {
  const use = { action: 'copied', password, ...(madeBy && { madeBy }) } as const;
  const remembered = unlessBusy(rememberPassword(use));
  try {
    await copyText(password);
  } catch {
    return { kind: 'warning', text: message('popup_copy_failed') };
  }
  if (!(await remembered)) return { kind: 'warning', text: message('popup_copied_unsaved') };
  return { kind: (await scheduleClearing()) ? 'clearing' : 'copied' };
}
