import { message } from '../../lib/i18n/message.ts';
import { plural } from '../../lib/i18n/plural.ts';
import { Icon } from '../shared/Icon.tsx';
import { fillShown } from './fill-shown.ts';
import { useCopyFocus } from './use-copy-focus.ts';
import type { PasswordActions } from './use-password-actions.ts';
import type { ShownPassword } from './use-popup-password.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface ActionsProps {
  /** `undefined` where there is none. */
  shown: ShownPassword | undefined;
  survey: SurveyedTab | undefined;
  regenerate: () => void;
  actions: PasswordActions;
}

/**
 * Copy, Fill where the page has a field for it, and Regenerate. The place of Fill stays free until the page
 * has been surveyed, because a button that appears must not come under a pointer on its way to Copy.
 */
export function Actions({ shown, survey, regenerate, actions }: ActionsProps) {
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
        onClick={() => shown && actions.copy(shown)}
      >
        {message('popup_copy')}
      </button>
      {survey && survey.fields > 0 ? (
        <button
          type="button"
          id="fill"
          class="button"
          disabled={disabled}
          onClick={() => shown && actions.fill(shown, () => fillShown(shown, survey))}
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
