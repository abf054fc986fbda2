import { message } from '../../lib/i18n/message.ts';
import { SiteFit } from './SiteFit.tsx';
import type { ShownPassword } from './use-popup-password.ts';
import type { SiteRuleState } from './use-site-rule.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

interface PageLineProps {
  /** `undefined` until the page has told. */
  survey: SurveyedTab | undefined;
  rule: SiteRuleState;
  shown: ShownPassword | undefined;
}

/** One line on the page below, which is kept free until the page has told. */
export function PageLine({ survey, rule, shown }: PageLineProps) {
  const tone = shown?.notes?.unmet ? 'warning' : undefined;
  return (
    <div class="note page-line" id="page-line" data-tone={tone}>
      {survey && rule.said ? (
        <SiteFit host={survey.host} said={rule.said} rule={rule} notes={shown?.notes} />
      ) : (
        survey && describePage(survey)
      )}
    </div>
  );
}

/** What to say of a page that nothing is fitted to. A document that a sandbox keeps without an origin has no host. */
function describePage({ fields, host }: SurveyedTab): string {
  if (fields === 0) return message('popup_nothing_to_fill');
  return host && message('site_silent', host);
}
