import { useEffect, useState } from 'preact/hooks';
import { sendMessage, type TabSurvey } from '../../lib/platform/messages.ts';
import { activeTabId } from '../../lib/platform/tabs.ts';

/** The tab under the popup and what it offers to fill; `undefined` until that is known. */
export function useTabSurvey(): (TabSurvey & { tabId: number }) | undefined {
  const [survey, setSurvey] = useState<TabSurvey & { tabId: number }>();
  useEffect(() => {
    const look = async () => {
      const tabId = await activeTabId();
      if (tabId === undefined) return;
      setSurvey({ tabId, ...(await sendMessage('popup-to-background:survey', { tabId })) });
    };
    void look();
  }, []);
  return survey;
}
