import { browser } from 'wxt/browser';
import { FILL_COMMAND } from '../platform/command-id.ts';
import { fillTab } from './fill-tab.ts';

/** Registers the keyboard command; call it synchronously when the background starts. */
export function registerCommand(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== FILL_COMMAND || tab?.id === undefined) return;
    const { id: tabId, incognito, url: pageUrl } = tab;
    void fillTab({ tabId, incognito, pageUrl, hint: 'nothing' });
  });
}
