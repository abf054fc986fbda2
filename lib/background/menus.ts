import { browser } from 'wxt/browser';
import { message } from '../i18n/message.ts';
import { FILL_COMMAND } from '../platform/command-id.ts';
import { endQuietly } from './end-quietly.ts';
import { fillTab } from './fill-tab.ts';

/** Registers the context menu item; call it synchronously when the background starts. */
export function registerMenu(): void {
  browser.runtime.onInstalled.addListener(() => endQuietly(createMenu()));
  browser.runtime.onStartup.addListener(() => endQuietly(createMenu()));
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== FILL_COMMAND || tab?.id === undefined) return;
    // Only Firefox gives the element's id; in other browsers the right click has focused the element.
    const { targetElementId } = info as { targetElementId?: number };
    const { frameId = 0, frameUrl, pageUrl } = info;
    const { id: tabId, incognito } = tab;
    void fillTab({ tabId, incognito, frameId, frameUrl, pageUrl, hint: targetElementId ?? 'focused' });
  });
}

async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: FILL_COMMAND,
    title: message('menu_fill'),
    // Firefox has a context of its own for password fields; Chrome refuses an item that names it.
    contexts: import.meta.env.FIREFOX ? (['editable', 'password'] as never) : ['editable'],
  });
}
