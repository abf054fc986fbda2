import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { fillShown } from './fill-shown.ts';
import type { PasswordActions } from './use-password-actions.ts';
import type { PopupPassword } from './use-popup-password.ts';
import type { SiteRuleState } from './use-site-rule.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface RegenerateToFitProps {
  made: PopupPassword;
  rule: SiteRuleState;
  survey: SurveyedTab | undefined;
  fill: PasswordActions['fill'];
}

/** A button that generates and fills a password that fits, once a fill has taught a new rule of the site. */
export function RegenerateToFit({ made, rule, survey, fill }: RegenerateToFitProps) {
  const [refused, setRefused] = useState<string>();
  const { shown, latest, isWaiting, failure } = made;
  const isReplaced = shown !== undefined && shown.password !== refused && !isWaiting;
  // The new password comes with a later rendering, and is filled then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest belongs to the same rendering
  useEffect(() => {
    if (failure) setRefused(undefined);
    if (refused === undefined || !isReplaced || !survey) return;
    setRefused(undefined);
    fill(shown, () => fillShown(shown, survey));
  }, [refused, isReplaced, failure]);
  if (!rule.hasUpdate || !shown || !survey?.fields) return null;
  const regenerate = () => {
    setRefused(latest);
    rule.applyUpdate();
  };
  return (
    <p class="note">
      <button type="button" class="link" id="try-another" onClick={regenerate}>
        {message('site_try_another')}
      </button>
    </p>
  );
}
