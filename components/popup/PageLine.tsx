import { describeMessageFailure } from '../../lib/i18n/describe-message-failure.ts';
import { type MessageKey, message } from '../../lib/i18n/message.ts';
import type { ClosedPage } from '../../lib/messaging/fill-outcome.ts';
import { SiteRules } from './SiteRules.tsx';
import type { ShownPassword } from './use-popup-password.ts';
import type { SiteRuleState } from './use-site-rule.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface PageLineProps {
  /** `undefined` until the page has been surveyed. */
  survey: SurveyedTab | undefined;
  rule: SiteRuleState;
  shown: ShownPassword | undefined;
}

/** One line about the page. Its place stays free until the page has been surveyed. */
export function PageLine({ survey, rule, shown }: PageLineProps) {
  const tone = survey?.opaque || shown?.notes?.unmet || survey?.failure ? 'warning' : undefined;
  return (
    <div class="note page-line" id="page-line" data-tone={tone}>
      {survey && rule.pageRule && !survey.opaque ? (
        <SiteRules host={survey.host} pageRule={rule.pageRule} state={rule} notes={shown?.notes} />
      ) : (
        survey && describePage(survey)
      )}
    </div>
  );
}

const CLOSED = {
  no_access: 'popup_no_access',
  policy_blocked: 'popup_policy_blocked',
  local_file: 'popup_local_file',
} as const satisfies Record<ClosedPage, MessageKey>;

/** The sentence for a page without rules, or for what is not filled. */
function describePage({ fields, host, opaque, closed, failure }: SurveyedTab): string {
  if (failure) return describeMessageFailure(failure);
  if (closed) return message(CLOSED[closed]);
  if (opaque) return fields === 0 ? message('fill_opaque_frame') : message('popup_opaque_focus', host);
  if (fields === 0) return message('popup_nothing_to_fill');
  return host && message('site_silent', host);
}
