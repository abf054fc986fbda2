import { browser } from 'wxt/browser';
import { fillTab } from './fill-tab.ts';

const COMMAND_ID = 'fill-password';

/** Registers the keyboard command; call it synchronously when the background starts. */
export function registerCommand(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === COMMAND_ID && tab?.id !== undefined) void fillTab({ tabId: tab.id, hint: 'nothing' });
  });
}
