import { useCallback, useEffect, useState } from 'preact/hooks';
import { failed, type MessageFailure, sendMessage, type TabSurvey } from '../../lib/messaging/messages.ts';
import { activeTabId } from '../../lib/platform/tabs.ts';

/** The survey of a tab, with the tab's id. */
export type SurveyedTab = TabSurvey & {
  readonly tabId: number;
  /** Why there is no survey, if the background could not answer. */
  readonly failure?: MessageFailure;
};

/** The survey of the tab under the popup, `undefined` until it arrives, and a function that repeats it. */
export function useTabSurvey(): [SurveyedTab | undefined, () => void] {
  const [survey, setSurvey] = useState<SurveyedTab>();
  const refresh = useCallback(async () => {
    // Without a tab there is nobody to ask for, which the line about the page then says.
    const tabId = await activeTabId().catch(() => undefined);
    const answer =
      tabId === undefined ? failed('no_answer') : await sendMessage('popup-to-background:survey', { tabId });
    const survey = answer.ok ? answer.reply : { host: '', fields: 0, failure: answer.failure };
    setSurvey({ tabId: tabId ?? -1, ...survey });
  }, []);
  useEffect(() => void refresh(), [refresh]);
  return [survey, refresh];
}
