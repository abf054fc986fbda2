import { afterAll, beforeAll, expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { type StubApi, startStubApi } from '../support/stub-api.ts';
import { passwords } from '../support/stub-behaviours.ts';
import { hostOf, waitForServer } from './asked-server.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { change, KEY } from './set-up-api.ts';

inEachBrowser('a server that the browser has no permission for', (journey) => {
  let stub: StubApi;

  beforeAll(async () => {
    stub = await startStubApi({ behaviour: passwords(KEY) });
    const options = await journey.browser.extensionPage('options.html');
    await storeKey(options, stub.url);
    await change(options, { on: true });
  });
  afterAll(() => stub?.close());

  it('is allowed by a click in the popup, and then asked once', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    let popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#allow-server') !== null);
    expect(await popup.text('#api-failure .problem')).toBe(text('api_no_permission', hostOf(stub)));
    expect(stub.requests).toEqual([]);
    await popup.click('#allow-server');
    await browser.answerPermissionPrompt('allow');
    // Chromium's prompt has closed it.
    if (!(await browser.popupIsOpen())) popup = await browser.openPopup();
    await waitForServer(popup, stub);
    expect(stub.requests).toHaveLength(1);
    await page.close();
  });
});

/** Chooses a server of one's own and saves its key, without a test, which would ask for the permission. */
async function storeKey(options: TestPage, url: string): Promise<void> {
  await options.waitFor(() => document.querySelector('#api-preset') !== null);
  await options.evaluate(() => {
    const preset = document.querySelector('#api-preset') as HTMLSelectElement;
    preset.value = 'self-hosted';
    preset.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await options.fillText('#api-base-url', url);
  await options.fillText('#key', KEY);
  await options.click('#key-save');
  await options.waitFor(() => document.querySelector('#key-info') !== null);
}
