import type { Desktop } from './desktop.ts';
import type { Tab } from './tab.ts';

/** Replaces the tab's content by a text area that records its events, and focuses it. */
async function prepare(tab: Tab, text: string): Promise<void> {
  await tab.evaluate((value) => {
    const area = document.createElement('textarea');
    area.value = value;
    document.body.replaceChildren(area);
    for (const type of ['copy', 'paste', 'keyup']) {
      area.addEventListener(type, (event) => {
        area.dataset[type] = event instanceof KeyboardEvent ? event.key : 'yes';
      });
    }
    area.focus();
    area.select();
  }, text);
  await tab.waitFor(() => document.hasFocus() && document.activeElement?.localName === 'textarea');
}

/** Returns what a person would get by pasting now. */
export async function pasteText(tab: Tab, desktop: Desktop): Promise<string> {
  await prepare(tab, '');
  // Pasting an empty clipboard fires no event, so another key follows: keys arrive in order.
  await desktop.press('ctrl+v', 'End');
  await tab.waitFor(() => document.querySelector('textarea')?.dataset.keyup === 'End');
  return tab.value('textarea');
}

/** Puts text on the clipboard as a person would, by selecting and copying it. */
export async function copyText(tab: Tab, desktop: Desktop, text: string): Promise<void> {
  await prepare(tab, text);
  await desktop.press('ctrl+c');
  await tab.waitFor(() => document.querySelector('textarea')?.dataset.copy);
  const got = await pasteText(tab, desktop);
  if (got !== text)
    throw new Error(`Copied ${JSON.stringify(text)} but the clipboard holds ${JSON.stringify(got)}.`);
}
