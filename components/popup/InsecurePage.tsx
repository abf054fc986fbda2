import { message } from '../../lib/i18n/message.ts';
import type { SurveyedTab } from './use-tab-survey.ts';

/** Warns of a page that others on the network can read, whether or not it has a field to fill. */
export function InsecurePage({ survey }: { survey: SurveyedTab | undefined }) {
  return survey?.insecure ? (
    <p class="note" id="insecure-page" role="status" data-tone="warning">
      {message('page_insecure')}
    </p>
  ) : null;
}
