import { expect, it } from 'vitest';
import { text, textPattern } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';

declare const chrome: {
  readonly tabs: { query(filter: object): Promise<{ id: number; active: boolean; windowId: number }[]> };
  readonly windows: { get(id: number): Promise<{ type: string }> };
  readonly action: Record<'getBadgeText' | 'getTitle', (of: { tabId: number }) => Promise<string>>;
};

inEachBrowser('a window without a toolbar', (journey) => {
  it('shows how its fill went on the window of its opener, and in the popup there', async () => {
    const { browser, pages } = journey;
    const options = await browser.extensionPage('options.html');
    /** What the buttons show that are not empty, by the type of their window. */
    const buttons = () =>
      options.evaluate(async () => {
        const shown: [string, string, string][] = [];
        for (const { id, windowId } of await chrome.tabs.query({ active: true })) {
          const { type } = await chrome.windows.get(windowId);
          const of = { tabId: id };
          shown.push([type, await chrome.action.getBadgeText(of), await chrome.action.getTitle(of)]);
        }
        return shown.filter(([, badge]) => badge !== '').sort();
      });
    const page = await browser.open(`${pages.url}signup.html`);
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'open';
      button.textContent = 'Sign up in a window';
      button.onclick = () => void window.open('/signup.html?window', '', 'width=700,height=600');
      document.body.prepend(button);
    });
    await page.click('#open');
    const opened = await browser.waitForPage('?window');
    await opened.waitFor(() => document.visibilityState === 'visible');
    // The focus is in the new window, where bringing it to the front by the driver would be no gesture.
    await browser.pressKey('alt+shift+g');
    await filled(opened);
    const sentence = text('fill_filled', 2);
    await expect.poll(buttons).toEqual([
      ['normal', BADGE.filled, text('badge_title_window', sentence)],
      ['popup', BADGE.filled, text('badge_title', sentence)],
    ]);
    await opened.close();
    const popup = await browser.openPopup(page);
    await popup.waitFor(() => document.querySelector('#last-fill') !== null);
    const host = new URL(pages.url).host;
    expect(await popup.text('#last-fill')).toMatch(textPattern('last_fill_on', host, /.+/, sentence));
    await page.close();
  });
});
