import { browser } from 'wxt/browser';

/** Whether the toolbar shows our button; `undefined` where the browser does not say, as older ones do not. */
export async function isOnToolbar(): Promise<boolean | undefined> {
  const action = browser.action as { getUserSettings?(): Promise<{ readonly isOnToolbar?: boolean }> };
  try {
    return (await action.getUserSettings?.())?.isOnToolbar;
  } catch {
    return undefined;
  }
}

/**
 * For a tab in a window without a toolbar, which pages open by `window.open`: the tab whose toolbar the
 * person sees instead. It is never in a window of the other sort, private or ordinary. `undefined` if the
 * window has a toolbar, or if there is no such tab. Never rejects; needs no permission.
 */
export async function toolbarTabOf(tabId: number): Promise<number | undefined> {
  try {
    const { windowId, incognito, openerTabId } = await browser.tabs.get(tabId);
    const { type } = await browser.windows.get(windowId);
    if (type !== 'popup') return undefined;
    const visible = await browser.tabs.query({ active: true, windowType: 'normal' });
    const own = visible.filter((tab) => tab.incognito === incognito);
    // Chromium gives the opener, Firefox does not. There the person was last in the window of the opener.
    const opener = openerTabId === undefined ? undefined : await windowOf(openerTabId);
    return (own.find((tab) => tab.windowId === opener) ?? lastUsed(own))?.id;
  } catch {
    return undefined; // a tab or window has been closed meanwhile
  }
}

interface UsedTab {
  readonly id?: number | undefined;
  readonly lastAccessed?: number | undefined;
}

function lastUsed<Tab extends UsedTab>(tabs: readonly Tab[]): Tab | undefined {
  return tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

const windowOf = (tabId: number) =>
  browser.tabs.get(tabId).then(
    (tab) => tab.windowId,
    () => undefined,
  );
