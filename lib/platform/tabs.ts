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

/** Whether a tab is in a private window; needs no permission. False if the tab has been closed. */
export async function isPrivateTab(tabId: number): Promise<boolean> {
  return (await tabOf(tabId))?.incognito === true;
}

/** Whether a tab is still open. */
export async function tabExists(tabId: number): Promise<boolean> {
  return (await tabOf(tabId)) !== undefined;
}

/** The address of a tab, where the browser tells it, as it does after a click for that tab. */
export async function addressOfTab(tabId: number): Promise<string | undefined> {
  return (await tabOf(tabId))?.url;
}

/** Whether an address is that of a file on this computer. */
export const isFileAddress = (url = ''): boolean => url.startsWith('file:');

/** Whether a tab shows a file on this computer, where the browser tells its address. */
export async function isLocalFile(tabId: number): Promise<boolean> {
  return isFileAddress(await addressOfTab(tabId));
}

/** Calls back whenever something of a tab has changed; returns a function that stops it. */
export function onTabUpdated(tabId: number, updated: () => void): () => void {
  const listener = (id: number) => {
    if (id === tabId) updated();
  };
  browser.tabs.onUpdated.addListener(listener);
  return () => browser.tabs.onUpdated.removeListener(listener);
}

const tabOf = (tabId: number) => browser.tabs.get(tabId).catch(() => undefined);
