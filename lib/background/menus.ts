import { browser } from 'wxt/browser';
import { message } from '../i18n/message.ts';
import { fillTab } from './fill-tab.ts';

const MENU_ID = 'fill-password';

/** Registers the context menu item; call it synchronously when the background starts. */
export function registerMenu(): void {
  browser.runtime.onInstalled.addListener(createMenu);
  browser.runtime.onStartup.addListener(createMenu);
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== MENU_ID || tab?.id === undefined) return;
    // Only Firefox numbers the element; in other browsers the right click has focused it.
    const { targetElementId } = info as { targetElementId?: number };
    const { frameId = 0, frameUrl } = info;
    void fillTab({ tabId: tab.id, frameId, frameUrl, hint: targetElementId ?? 'focused' });
  });
}

async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU_ID,
    title: message('menu_fill'),
    // Firefox counts password fields apart; Chrome refuses the item if it meets that word.
    contexts: import.meta.env.FIREFOX ? (['editable', 'password'] as never) : ['editable'],
  });
}
