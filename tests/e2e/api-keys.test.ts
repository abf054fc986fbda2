import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { text, textPattern } from '../support/locale.ts';
import { type StubApi, startStubApi } from '../support/stub-api.ts';
import { passwords } from '../support/stub-behaviours.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { chooseServer, enterKey, isAllowed, KEY, switchOn, waitForResult } from './set-up-api.ts';

declare const chrome: {
  readonly permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
};

const NEW_KEY = 'tfn_test_new_c41d88e0937fa6';
const OTHER_KEY = 'tfn_test_other_5b7720c1e94d';
const PASSPHRASE = 'crop mural doze timid';
const SWITCH = '[role=switch]:not(.policy *)';
const hostOf = ({ url }: StubApi) => new URL(url).host;

inEachBrowser('the key of a server', (journey) => {
  let stub: StubApi;
  let other: StubApi;
  let options: TestPage;

  beforeAll(async () => {
    stub = await startStubApi({ behaviour: passwords(KEY) });
    other = await startStubApi({ behaviour: passwords(OTHER_KEY) });
    options = await journey.browser.extensionPage('options.html');
  });
  afterAll(() => Promise.all([stub?.close(), other?.close()]));
  beforeEach(() => {
    stub.reset();
    other.reset();
  });

  const info = (part: string) =>
    options.waitFor((part) => document.querySelector('#key-info')?.textContent?.includes(part), part);
  const isChecked = (css: string) => document.querySelector<HTMLInputElement>(css)?.checked;

  it('is tested with a permission that ends with the test', async () => {
    await chooseServer(options, stub.url);
    expect(
      await options.evaluate((css) => document.querySelector(css)?.hasAttribute('disabled'), SWITCH),
    ).toBe(true);
    await enterKey(options, KEY, 'device');
    expect(stub.requests).toEqual([]);
    await options.click('#api-test');
    await journey.browser.answerPermissionPrompt('allow');
    await waitForResult(options, textPattern('options_api_test_passed', hostOf(stub), /\d+/));
    expect(stub.requests).toHaveLength(1);
    await expect.poll(() => isAllowed(options, stub.url)).toBe(false);
  });

  it('stays with its server, and is sent to no other', async () => {
    await chooseServer(options, other.url);
    await options.waitFor(
      (sentence) => document.querySelector('#api-off-cause')?.textContent?.includes(sentence),
      text('options_api_without_key', hostOf(other)),
    );
    expect(await options.text('#other-keys')).toContain(hostOf(stub));
    await enterKey(options, OTHER_KEY, 'session');
    await switchOn(journey.browser, options, other.url);
    const page = await journey.browser.open(`${journey.pages.url}signup.html`);
    await journey.browser.pressCommand(page);
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#confirm')?.value);
    await page.close();
    expect(other.requests.map(({ headers }) => headers['x-api-key'])).toEqual([OTHER_KEY]);
    expect(stub.requests).toEqual([]);

    await chooseServer(options, stub.url);
    await info(KEY.slice(-4));
    expect(await options.text('#key-info')).toContain(text('options_key_device'));
    expect(await options.evaluate(isChecked, SWITCH)).toBe(false);
    expect(await isAllowed(options, stub.url)).toBe(false);
  });

  it('is kept as before when it is rotated, and a refused new one stays in its field', async () => {
    await options.bringToFront();
    await switchOn(journey.browser, options, stub.url);
    expect(await options.evaluate(isChecked, '#keep-device')).toBe(true);
    await options.fillText('#key', NEW_KEY);
    await options.click('#key-save');
    await options.waitFor(
      (sentence) => document.querySelector('#key-result')?.textContent === sentence,
      text('options_key_kept', text('api_key_refused', hostOf(stub), '401')),
    );
    expect(await options.value('#key')).toBe(NEW_KEY);
    stub.behave(passwords(NEW_KEY));
    await options.click('#key-save');
    await info(NEW_KEY.slice(-4));
    await options.waitFor(() => document.querySelector<HTMLInputElement>('#key')?.value === '');
    expect(await options.text('#key-info')).toContain(text('options_key_device'));
    expect(await options.text('#key-info')).not.toContain(text('options_key_never_used'));
    expect(stub.requests.map(({ headers }) => headers['x-api-key'])).toEqual([NEW_KEY, NEW_KEY]);
  });

  it('follows the browser’s permission, which can be given again', async () => {
    stub.behave(passwords(NEW_KEY));
    await options.evaluate(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
    await options.waitFor(() => document.querySelector('#api-allow') !== null);
    expect(await options.text('#api-off-cause')).toContain(text('options_api_not_allowed', hostOf(stub)));
    expect(await options.evaluate(isChecked, SWITCH)).toBe(false);
    await options.click('#api-allow');
    if (journey.browser.name === 'firefox') await journey.browser.answerPermissionPrompt('allow');
    await options.waitFor(isChecked, SWITCH);
    expect(stub.requests).toEqual([]);
  });

  it('under a passphrase is locked at once, unlocked again, and deleted', async () => {
    stub.behave(passwords(NEW_KEY));
    await options.click('#keep-passphrase');
    await options.fillText('#key', NEW_KEY);
    await options.fillText('#passphrase', 'password123456');
    await options.click('#key-save');
    await options.waitFor(
      (sentence) => document.querySelector('#key-result')?.textContent === sentence,
      text('options_passphrase_weak'),
    );
    await options.fillText('#passphrase', PASSPHRASE);
    await options.click('#key-save');
    await options.waitFor(() => document.querySelector('#key-lock') !== null);
    await options.click('#key-lock');
    await options.waitFor(() => document.querySelector('#unlock-passphrase') !== null);
    await options.click('#api-test');
    await waitForResult(options, textPattern('api_key_locked', hostOf(stub)));
    expect(stub.requests).toHaveLength(1);
    await options.fillText('#unlock-passphrase', 'a wrong passphrase');
    await options.click('#key-unlock');
    await options.waitFor(
      (sentence) => document.querySelector('#unlock-result')?.textContent === sentence,
      text('options_key_wrong'),
    );
    expect(await options.value('#unlock-passphrase')).toBe('a wrong passphrase');
    await options.fillText('#unlock-passphrase', PASSPHRASE);
    await options.click('#key-unlock');
    await options.waitFor(() => document.querySelector('#key-lock') !== null);

    await options.click('#key-forget');
    await options.waitFor(() => document.querySelector('#key-info') === null);
    expect(await options.evaluate(isChecked, SWITCH)).toBe(false);
    expect(await options.text('#api-off-cause')).toContain(text('options_api_without_key', hostOf(stub)));
  });
});
