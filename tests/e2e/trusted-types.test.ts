import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import type { TestBrowser } from './browsers/types.ts';

const LAUNCHERS = {
  chromium: () => launchChromium({ extension: '.output/chrome-mv3', headless: true }),
  firefox: () => launchFirefox({ extension: '.output/firefox-mv3', headless: true }),
};

/** What an attempt has thrown, or that it has thrown nothing. */
type Attempts = Record<'html' | 'policy', string>;

// A refused attempt is an error in the console, so these tests do not share a browser that may have none.
describe.each(['chromium', 'firefox'] as const)('the pages of the extension, in %s', (which) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await LAUNCHERS[which]();
  });
  afterAll(() => browser?.close());

  it.each(['popup.html', 'options.html'])(
    '%s turns no text into HTML, and no code can allow it',
    async (file) => {
      const page = await browser.extensionPage(file);
      await page.waitFor(() => document.querySelector('#app button') !== null);
      const attempts = await page.evaluate((): Attempts => {
        const result = (act: () => void) => {
          try {
            act();
            return 'nothing';
          } catch (error) {
            return (error as Error).name;
          }
        };
        const { trustedTypes } = globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): void };
        };
        const html = result(() => {
          document.body.innerHTML = '<b>';
        });
        return { html, policy: result(() => trustedTypes.createPolicy('any', { createHTML: String })) };
      });
      expect(attempts).toEqual({ html: 'TypeError', policy: 'TypeError' });
      expect(await page.evaluate(() => document.querySelector('#app button') !== null)).toBe(true);
      await page.close();
    },
  );
});
