import { expect, it } from 'vitest';
import { BADGE } from './badge.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';
import { lastPassword } from './last-password.ts';

declare const chrome: {
  readonly storage: Readonly<Record<'session' | 'local', { get(): Promise<Record<string, unknown>> }>>;
};

/** Everything that is stored in memory or on disk. */
const stored = (page: TestPage, area: 'session' | 'local'): Promise<string> =>
  page.evaluate(async (area) => JSON.stringify(await chrome.storage[area].get()), area);

/** A password as it stands in JSON. */
const inJson = (password: string) => JSON.stringify(password).slice(1, -1);

inEachBrowser(
  'passwords of a private window',
  (journey) => {
    it('are shown only there, are never on disk, and are gone when the last one closes', async () => {
      const { browser, pages } = journey;
      const page = await browser.open(`${pages.url}signup.html`);
      await browser.fillByRightClick(page, '#password');
      const [ordinary] = await filled(page);
      await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);

      const inPrivate = await browser.openPrivate(`${pages.urlOn('127.0.0.1')}signup.html`);
      await browser.pressCommand(inPrivate);
      const [secret] = await filled(inPrivate);
      expect(secret).not.toBe(ordinary);
      await expect.poll(async () => (await browser.badge(inPrivate)).text).toBe(BADGE.filled);
      const there = await browser.openPopup(inPrivate);
      expect(await lastPassword(there)).toBe(secret);
      const shown = await there.text('#password');
      await there.click('#copy');
      await there.waitFor(
        (shown) => document.querySelector('#last-password code')?.textContent === shown,
        shown,
      );
      await there.close();
      const here = await browser.openPopup(page);
      expect(await lastPassword(here)).toBe(ordinary);
      await here.close();

      const options = await browser.extensionPage('options.html');
      for (const password of [inJson(secret), inJson(shown)]) {
        expect(await stored(options, 'session')).toContain(password);
        expect(await stored(options, 'local')).not.toContain(password);
      }
      await inPrivate.close();
      await expect.poll(() => stored(options, 'session')).not.toContain(inJson(secret));
      const left = (await stored(options, 'session')) + (await stored(options, 'local'));
      expect(left).not.toContain(inJson(shown));
      expect(left).not.toContain('127.0.0.1');
      expect(left).toContain(inJson(ordinary));
    });

    it('are gone even if the background was stopped when it closed', async () => {
      const { browser, pages } = journey;
      if (browser.name === 'firefox')
        return console.log('Left out in Firefox: the harness hangs when it stops the event page here.');
      const inPrivate = await browser.openPrivate(`${pages.urlOn('127.0.0.1')}signup.html`);
      await browser.pressCommand(inPrivate);
      const [secret] = await filled(inPrivate);
      await expect.poll(async () => (await browser.badge(inPrivate)).text).toBe(BADGE.filled);
      const options = await browser.extensionPage('options.html');
      expect(await stored(options, 'session')).toContain(inJson(secret));
      await browser.stopBackground();
      await inPrivate.close();
      await expect.poll(() => stored(options, 'session')).not.toContain(inJson(secret));
    });
  },
  { privateWindows: true },
);
