import { browser } from 'wxt/browser';

/** The id of the tab that the popup belongs to; needs no permission. */
export async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Opens the options page, or focuses it if it is open. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
