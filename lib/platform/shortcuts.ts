import { browser } from 'wxt/browser';
import { FILL_COMMAND } from './command-id.ts';

/** The keys of the fill command; empty if none are set. */
export async function fillShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === FILL_COMMAND)?.shortcut ?? '';
}

/** Opens the browser's page for shortcuts: by a call in Firefox from 137 on, by an address in Chromium. */
export async function openShortcutSettings(): Promise<void> {
  const commands = browser.commands as { openShortcutSettings?(): Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
