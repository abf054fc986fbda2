import { browser } from 'wxt/browser';
import { FILL_COMMAND } from './command-id.ts';

/** The keys of the fill command, `''` where none is set. */
export async function fillShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === FILL_COMMAND)?.shortcut ?? '';
}

/** Opens the browser's own page for changing keys. Firefox has a call for it, since 137; Chromium has an address. */
export async function openShortcutSettings(): Promise<void> {
  const commands = browser.commands as { openShortcutSettings?(): Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
