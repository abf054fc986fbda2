import { expect, it } from 'vitest';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';

declare const chrome: { storage: { session: { get(key: string): Promise<Record<string, never>> } } };

const COUNT = 10;

/** Copies passwords in the popup as fast as it makes them, and returns them. */
function copyMany(popup: TestPage): Promise<string[]> {
  return popup.evaluate(async (count) => {
    const shown = () => document.querySelector('#password')?.textContent ?? '';
    const press = (id: string) => document.querySelector<HTMLElement>(id)?.click();
    const copied: string[] = [];
    while (copied.length < count) {
      const before = shown();
      const changed = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (shown() === before || shown() === '') return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      press('#again');
      await changed;
      copied.push(shown());
      press('#copy');
    }
    return copied;
  }, COUNT);
}

/** The recent passwords. */
function remembered(page: TestPage): Promise<string[]> {
  return page.evaluate(async () => {
    const { recentPasswords } = await chrome.storage.session.get('recentPasswords');
    const { value = [] } = (recentPasswords ?? {}) as { value?: { password: string }[] };
    return value.map(({ password }) => password);
  });
}

inEachBrowser('when two windows copy passwords at the same moment', (journey) => {
  it('all of them can be found again', async () => {
    const { browser } = journey;
    const popups = [await browser.extensionPage('popup.html'), await browser.extensionPage('popup.html')];
    for (const popup of popups) await popup.waitFor(() => document.querySelector('#password') !== null);
    const copied = (await Promise.all(popups.map(copyMany))).flat();
    expect(new Set(copied).size).toBe(2 * COUNT);
    const [popup] = popups as [TestPage];
    await expect.poll(async () => (await remembered(popup)).sort()).toEqual(copied.sort());
    for (const each of popups) await each.close();
  });
});
