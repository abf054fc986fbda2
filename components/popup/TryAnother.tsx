import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/platform/i18n.ts';
import type { PopupPassword } from '../hooks/use-popup-password.ts';
import type { SiteRuleState } from '../hooks/use-site-rule.ts';
import type { SurveyedTab } from '../hooks/use-tab-survey.ts';
import { fillShown } from './Actions.tsx';
import type { Note } from './Notes.tsx';

interface TryAnotherProps {
  made: PopupPassword;
  rule: SiteRuleState;
  survey: SurveyedTab | undefined;
  tell: (note: Note) => void;
}

/** After a fill from which something was learnt about the site: an offer to make and fill one that keeps to it. */
export function TryAnother({ made, rule, survey, tell }: TryAnotherProps) {
  const [refused, setRefused] = useState<string>();
  const { shown, isWaiting } = made;
  const isAnother = shown !== undefined && shown.password !== refused && !isWaiting;
  // Once the new password is there, it is filled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else it uses is of the same moment
  useEffect(() => {
    if (refused === undefined || !isAnother || !survey) return;
    setRefused(undefined);
    void fillShown(shown, survey).then(tell);
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
