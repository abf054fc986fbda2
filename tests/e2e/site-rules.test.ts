import { expect, it } from 'vitest';
import { exactly, text, textPattern } from '../support/locale.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';

/** A site of the bundled list, by a subdomain of its name, which resolves to this computer. */
const LISTED = 'www.girlscouts.org';

const PAGE_HOST = /localhost:\d+/;
const SHORTENED_AND_FAIR = new RegExp(
  [
    textPattern('adjust_shortened', PAGE_HOST, 8),
    textPattern('site_weak', textPattern('strength_fair'), textPattern('strength_bits', /\d+\.\d/)),
  ]
    .map(({ source }) => source)
    .join(' '),
);
const FITS = textPattern(
  'site_fits',
  PAGE_HOST,
  new RegExp(`${textPattern('rule_range', '8', '12').source}, ${textPattern('rule_one_numbers').source}.*`),
);

/**
 * Fills by the key, submits the form and returns the submission, which the page's own validation has
 * accepted.
 */
async function filledAndSent(page: TestPage, press: (page: TestPage) => Promise<void>): Promise<void> {
  await press(page);
  await page.waitFor(() => document.querySelector<HTMLInputElement>('#password')?.value !== '');
  await page.click('#submit');
  await page.waitFor(() => document.title === 'Thank you');
}

/** Presses Fill, and waits until the popup has surveyed the page again. */
async function fillFrom(popup: TestPage): Promise<void> {
  await popup.click('#fill');
  await popup.waitFor(() => document.querySelector('#undo') !== null);
}

inEachBrowser(
  'a password that fits the site',
  (journey) => {
    const byKey = (page: TestPage) => journey.browser.pressCommand(page);

    it('at most eight characters, counted by React', async () => {
      const { browser, pages } = journey;
      const page = await browser.open(`${pages.url}react-counter.html`);
      await page.waitFor(() => document.querySelector('#password') !== null);
      await browser.pressCommand(page);
      await page.waitFor(() => document.querySelector('#counter')?.textContent === '8 / 8');
      await expect.poll(async () => (await browser.badge(page)).title).toMatch(SHORTENED_AND_FAIR);
      await page.click('#submit');
      await page.waitFor(() => document.querySelector('#sent')?.textContent);
      expect(await page.text('#sent')).toBe(await page.value('#password'));
      await page.close();
    });

    it('a pattern with lookaheads', async () => {
      const { browser, pages } = journey;
      const page = await browser.open(`${pages.url}pattern.html`);
      await filledAndSent(page, byKey);
      expect(pages.submissions.at(-1)?.fields.password).toMatch(
        /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])(?!.*(.)\1)[A-Za-z\d@$!%*?&]{12}$/,
      );
      await page.close();
    });

    it('a site of the list that shows no rules itself', async () => {
      const { browser, pages } = journey;
      const { port } = new URL(pages.url);
      const page = await browser.open(`http://${LISTED}:${port}/list-site.html`);
      await filledAndSent(page, byKey);
      expect(pages.submissions.at(-1)?.fields.password).toMatch(/^[A-Za-z0-9$#!]{16}$/);
      await page.close();
    });

    it('sentences alone, in the popup, which lists the rules with their sources', async () => {
      const { browser, pages } = journey;
      const page = await browser.open(`${pages.url}visible-text.html`);
      const popup = await browser.openPopup();
      await popup.waitFor(() => document.querySelector('#page-line summary') !== null);
      expect(await popup.text('#page-line summary')).toMatch(exactly(FITS));
      await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 12);
      const shown = await popup.text('#password');
      await filledAndSent(page, () => fillFrom(popup));
      expect(pages.submissions.at(-1)?.fields.password).toBe(shown);
      await page.close();
    });

    it('an error that the page shows after the first try', async () => {
      const { browser, pages } = journey;
      const page = await browser.open(`${pages.url}refusing.html`);
      const popup = await browser.openPopup();
      await popup.waitFor(() => document.querySelector('#fill') !== null);
      const refused = await popup.text('#password');
      await popup.click('#fill');
      await popup.waitFor(() => document.querySelector('#try-another') !== null);
      expect(await popup.text('#password')).toBe(refused);
      await popup.click('#try-another');
      await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 10);
      const shown = await popup.text('#password');
      expect(shown).toMatch(/^[A-Za-z0-9]{10}$/);
      await page.waitFor(
        (text) => document.querySelector<HTMLInputElement>('#password')?.value === text,
        shown,
      );
      await popup.waitFor(
        (sentence) => document.querySelector('#note')?.textContent?.includes(sentence),
        text('fill_filled', 1),
      );
      await popup.waitFor(() => document.querySelector('#try-another') === null);
      expect(await page.text('#error')).toBe('');
      await page.click('#submit');
      await page.waitFor(() => document.title === 'Thank you');
      expect(pages.submissions.at(-1)?.fields.password).toBe(shown);
      await page.close();
    });
  },
  { localHosts: [LISTED] },
);
