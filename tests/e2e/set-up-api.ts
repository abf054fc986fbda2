import { text, textPattern } from '../support/locale.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';

declare const chrome: {
  readonly storage: {
    readonly local: { get(): Promise<Record<string, { value: object }>>; set(items: object): Promise<void> };
    readonly session: { remove(key: string): Promise<void> };
  };
  readonly permissions: { contains(permissions: { origins: string[] }): Promise<boolean> };
};

/** The key of the tests. */
export const KEY = 'tfn_test_6f1c0a9be2d84735';

/** Chooses a server by its base URL, enters its key and switches the API on, with real gestures. */
export async function setUp(browser: TestBrowser, options: TestPage, url: string): Promise<void> {
  await chooseServer(options, url);
  await enterKey(options, KEY);
  const isPermitted = await isAllowed(options, url);
  await options.click('#api-test');
  // No prompt opens for what is permitted already.
  if (!isPermitted) await browser.answerPermissionPrompt('allow');
  await waitForResult(options, textPattern('options_api_test_passed', new URL(url).host, /\d+/));
  await switchOn(browser, options, url);
}

/** Chooses a self-hosted server in the settings. */
export async function chooseServer(options: TestPage, url: string): Promise<void> {
  await options.waitFor(() => document.querySelector('#api-preset') !== null);
  await options.evaluate(() => {
    const preset = document.querySelector<HTMLSelectElement>('#api-preset');
    if (!preset) return;
    preset.value = 'self-hosted';
    preset.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await options.fillText('#api-base-url', url);
  await options.click('#api');
  await options.waitFor(
    (label) => document.querySelector('#key')?.closest('label')?.textContent?.includes(label),
    text('options_key', new URL(url).host),
  );
}

/** Enters the first key of the server. */
export async function enterKey(options: TestPage, key: string, keeping = 'session'): Promise<void> {
  await options.click(`#keep-${keeping}`);
  await options.fillText('#key', key);
  await options.click('#key-save');
  await options.waitFor(
    (saved) => document.querySelector('#key-result')?.textContent === saved,
    text('options_key_saved'),
  );
  await options.waitFor(() => document.querySelector('#key-info') !== null);
}

const SWITCH = '[role=switch]:not(.policy *)';

/** Switches the API on. */
export async function switchOn(browser: TestBrowser, options: TestPage, url: string): Promise<void> {
  const isPermitted = await isAllowed(options, url);
  await options.waitFor((css) => document.querySelector(`${css}:not([disabled])`) !== null, SWITCH);
  await options.click(SWITCH);
  if (!isPermitted && (await asksAgain(browser, options))) await browser.answerPermissionPrompt('allow');
  await options.waitFor((css) => document.querySelector(`${css}:checked`) !== null, SWITCH);
}

/** Whether the browser asks for a permission: Chromium does not if it was given and taken away before. */
async function asksAgain(browser: TestBrowser, options: TestPage): Promise<boolean> {
  if (browser.name === 'firefox') return true;
  const found = await options.waitFor((css) => {
    if (document.querySelector(`${css}:checked`)) return 'on';
    return document.hasFocus() ? '' : 'asked';
  }, SWITCH);
  return found === 'asked';
}

/** Whether the extension may call the server. */
export const isAllowed = (own: TestPage, url: string): Promise<boolean> =>
  own.evaluate(
    (pattern) => chrome.permissions.contains({ origins: [pattern] }),
    `${new URL(url).protocol}//${new URL(url).hostname}/*`,
  );

/** Lets the extension send requests again although a server has told it to wait. */
export const forgetRateLimits = (own: TestPage) =>
  own.evaluate(() => chrome.storage.session.remove('apiRateLimits'));

/** Waits until the result of the test in the settings matches. */
export const waitForResult = (options: TestPage, { source }: RegExp) =>
  options.waitFor(
    (pattern) => new RegExp(pattern).test(document.querySelector('#api-test-result')?.textContent ?? ''),
    source,
  );

/** Changes a stored setting directly; other tests cover the gestures for it. */
export async function change(page: TestPage, part: object): Promise<void> {
  await page.evaluate(async (changes) => {
    const { api } = await chrome.storage.local.get();
    await chrome.storage.local.set({ api: { ...api, version: 2, value: { ...api?.value, ...changes } } });
  }, part);
}
