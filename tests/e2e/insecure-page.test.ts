import { expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { endedBadge } from './badge.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';

/** A name that resolves to this computer. Only loopback by its own names counts as secure over http. */
const HOST = 'shop.example';
const WARNING = text('page_insecure');

inEachBrowser(
  'a page that is not encrypted',
  (journey) => {
    /** Fills by the command and returns the title of the badge. */
    const fill = async (page: TestPage): Promise<string> => {
      await journey.browser.pressCommand(page);
      return (await endedBadge(journey.browser, page)).title;
    };
    const warned = (popup: TestPage) =>
      popup.evaluate(() => document.querySelector('#insecure-page') !== null);
    const insecureUrl = (file: string) => `http://${HOST}:${new URL(journey.pages.url).port}/${file}`;

    it('is named in the badge and in the popup, below all that can be pressed', async () => {
      const { browser } = journey;
      const page = await browser.open(insecureUrl('signup.html'));
      const title = await fill(page);
      expect(title).toContain(text('fill_filled', 2));
      expect(title.endsWith(WARNING)).toBe(true);
      const popup = await browser.openPopup(page);
      await popup.waitFor(() => document.querySelector('#insecure-page') !== null);
      expect(await popup.text('#insecure-page')).toBe(WARNING);
      await page.close();
    });

    it('cannot claim to be secure, by an element’s name or by a script', async () => {
      const { browser } = journey;
      const page = await browser.open(insecureUrl('hostile-security.html?secure'));
      expect(await page.evaluate(() => window.isSecureContext)).toBe(true);
      expect((await fill(page)).endsWith(WARNING)).toBe(true);
      await page.close();
    });

    it('is none on this computer or over https, whatever the page claims', async () => {
      const { browser, pages } = journey;
      const page = await browser.open(`${pages.url}hostile-security.html`);
      expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
      expect(await fill(page)).not.toContain(WARNING);
      const popup = await browser.openPopup(page);
      await popup.waitFor(() => document.querySelector('#undo') !== null);
      expect(await warned(popup)).toBe(false);
      await page.close();
    });
  },
  { localHosts: [HOST] },
);
