import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { fillShown } from './Actions.tsx';
import type { Notice } from './Notes.tsx';
import type { PopupPassword } from './use-popup-password.ts';
import type { SiteRuleState } from './use-site-rule.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface TryAnotherProps {
  made: PopupPassword;
  rule: SiteRuleState;
  survey: SurveyedTab | undefined;
  notify: (note: Notice) => void;
}

/** After a fill from which something was learnt about the site: an offer to make and fill one that keeps to it. */
export function TryAnother({ made, rule, survey, notify }: TryAnotherProps) {
  const [refused, setRefused] = useState<string>();
  const { shown, isWaiting } = made;
  const isAnother = shown !== undefined && shown.password !== refused && !isWaiting;
  // Once the new password is there, it is filled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else it uses is of the same moment
  useEffect(() => {
    if (refused === undefined || !isAnother || !survey) return;
    setRefused(undefined);
    void fillShown(shown, survey).then(notify);
  }, [refused, isAnother]);
  if (!rule.hasNews || !shown || !survey?.fields) return null;
  const tryAnother = () => {
    setRefused(shown.password);
    rule.adopt();
  };
  return (
    <p class="note">
      <button type="button" class="link" id="try-another" onClick={tryAnother}>
        {message('site_try_another')}
      </button>
    </p>
  );
}
