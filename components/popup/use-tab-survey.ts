import { useCallback, useEffect, useState } from 'preact/hooks';
import { sendMessage, type TabSurvey } from '../../lib/messaging/messages.ts';
import { activeTabId } from '../../lib/platform/tabs.ts';

/** What a tab offers to fill, with the tab's id. */
export type SurveyedTab = TabSurvey & { readonly tabId: number };

/** The tab under the popup and what it offers to fill, `undefined` until that is known; and a way to look again. */
export function useTabSurvey(): [SurveyedTab | undefined, () => void] {
  const [survey, setSurvey] = useState<SurveyedTab>();
  const look = useCallback(async () => {
    const tabId = await activeTabId();
    if (tabId === undefined) return;
    setSurvey({ tabId, ...(await sendMessage('popup-to-background:survey', { tabId })) });
  }, []);
  useEffect(() => void look(), [look]);
  return [survey, look];
}
