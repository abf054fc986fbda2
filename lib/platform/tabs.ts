import { browser } from 'wxt/browser';

/** The tab that the popup stands over. Its id needs no permission. */
export async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Opens the options page, or the one that is open already. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
