import { browser } from 'wxt/browser';
import { FILL_COMMAND } from '../platform/command-id.ts';
import { fillTab } from './fill-tab.ts';

/** Registers the keyboard command; call it synchronously when the background starts. */
export function registerCommand(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== FILL_COMMAND || tab?.id === undefined) return;
    void fillTab({ tabId: tab.id, incognito: tab.incognito, hint: 'nothing' });
  });
}
