import { expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';

interface Area {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}
declare const chrome: { storage: Readonly<Record<'local' | 'session', Area>> };

/** What is stored under a key, as JSON, because it has names that no literal can have. */
const GARBAGE = [
  ['generatorOptions', '{"version":2,"value":{"length":"long","exclude":[],"symbols":null,"numbers":0}}'],
  ['site-recipes', '{"version":2,"value":[["constructor","minlength: 9;"],["b.example",7],null]}'],
  ['kind', '{"version":-1000000000,"value":"pin"}'],
  ['api', '"no object"'],
  ['clipboard', '{"version":1,"value":{"seconds":1e300,"offer":"yes"}}'],
] as const;

const OTHER = '{"version":1,"value":true}';
const RECIPE = '{"version":2,"value":[["constructor","minlength: 9;"]]}';

const storedKeys = (page: TestPage) =>
  page.evaluate(async () => Object.keys(await chrome.storage.local.get()).sort());

/** Stores these items alone. */
const storeOnly = (page: TestPage, items: Readonly<Record<string, string>>) =>
  page.evaluate(async (entries) => {
    await chrome.storage.local.remove(Object.keys(await chrome.storage.local.get()));
    for (const [key, json] of entries) await chrome.storage.local.set({ [key]: JSON.parse(json) });
  }, Object.entries(items));

const sentenceOf = (key: string) => text(`reset_${key.replaceAll('-', '_')}` as never);

inEachBrowser('garbage that is stored', (journey) => {
  it.each(GARBAGE)(
    'under %s keeps no page from opening, is named, and is reset alone',
    async (key, garbage) => {
      const { browser } = journey;
      const options = await browser.extensionPage('options.html');
      await options.waitFor(() => document.querySelector('kbd') !== null);
      await storeOnly(options, { pinHintShown: OTHER, [key]: garbage });
      await options.reload();
      const named = (sentence: string) => document.querySelector('#damaged')?.textContent?.includes(sentence);
      await options.waitFor(named, sentenceOf(key));
      await options.waitFor(() => document.querySelectorAll('section[aria-labelledby]').length === 5);

      const popup = await browser.extensionPage('popup.html');
      await popup.waitFor(() => document.querySelector('#password')?.textContent);
      // The popup does not read the recipes.
      if (key !== 'site-recipes') await popup.waitFor(named, sentenceOf(key));
      await popup.close();

      expect(await storedKeys(options)).toContain(key);
      await options.click(`#reset-${key}`);
      await options.waitFor(() => document.querySelector('#damaged') === null);
      expect(await storedKeys(options)).not.toContain(key);
      expect(await storedKeys(options)).toContain('pinHintShown');
      await options.close();
    },
  );

  it('keeps the recipe of a site named like a member of every object', async () => {
    const { browser } = journey;
    const options = await browser.extensionPage('options.html');
    await options.waitFor(() => document.querySelector('kbd') !== null);
    await storeOnly(options, { 'site-recipes': RECIPE });
    await options.reload();
    await options.waitFor(() => document.querySelector('.recipe strong')?.textContent === 'constructor');
    expect(await options.evaluate(() => document.querySelector('#damaged'))).toBeNull();
    await storeOnly(options, {});
    await options.close();
  });

  it('under a password of this session leaves the others to be found', async () => {
    const { browser } = journey;
    const popup = await browser.extensionPage('popup.html');
    await popup.waitFor(() => document.querySelector('#password')?.textContent);
    await popup.evaluate(() =>
      chrome.storage.session.set({
        recentPasswords: {
          version: 1,
          value: [
            { id: 7, password: 'Kept-pass-word-1', at: 'now', outcome: { code: 'constructor' } },
            null,
            'x',
          ],
        },
      }),
    );
    await popup.reload();
    await popup.waitFor(() => document.querySelector('#last-password button') !== null);
    await popup.click('#last-password button');
    await popup.waitFor(
      () => document.querySelector('#last-password code')?.textContent === 'Kept-pass-word-1',
    );
    await popup.click('#reset-recentPasswords');
    await popup.waitFor(
      () => !document.querySelector('#damaged') && !document.querySelector('#last-password'),
    );
    await popup.close();
  });
});
