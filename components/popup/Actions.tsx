import { message } from '../../lib/i18n/message.ts';
import { plural } from '../../lib/i18n/plural.ts';
import { Icon } from '../shared/Icon.tsx';
import { fillShown } from './fill-shown.ts';
import type { AwaitedPresses } from './use-awaited-press.ts';
import { useCopyFocus } from './use-copy-focus.ts';
import type { PasswordActions } from './use-password-actions.ts';
import type { PopupPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface ActionsProps {
  made: PopupPassword;
  survey: SurveyedTab | undefined;
  actions: PasswordActions;
  waiting: AwaitedPresses;
}

/**
 * Copy, Fill where the page has a field for it, and Regenerate. The place of Fill stays free until the page
 * has been surveyed, because a button that appears must not come under a pointer on its way to Copy. While a
 * server is asked, the presses wait for its password.
 */
export function Actions({ made: { shown, awaited, regenerate }, survey, actions, waiting }: ActionsProps) {
  const disabled = !shown && !awaited;
  const copyButton = useCopyFocus(!disabled);
  return (
    <div class="actions" data-looking={survey === undefined || undefined}>
      <button
        type="button"
        id="copy"
        class="button primary"
        ref={copyButton}
        disabled={disabled}
        onClick={() => (shown ? actions.copy(shown) : waiting.press('copy'))}
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
            shown ? actions.fill(shown, () => fillShown(shown, survey)) : waiting.press('fill')
          }
        >
          {shown && actions.asks(shown) ? message('popup_fill_anyway') : plural('popup_fill', survey.fields)}
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
