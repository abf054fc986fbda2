import { textPattern } from '../support/locale.ts';
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

/** Chooses a custom server in the settings, pastes the key and switches the API on, with real gestures. */
export async function setUp(browser: TestBrowser, options: TestPage, url: string): Promise<void> {
  await options.waitFor(() => document.querySelector('#api-preset') !== null);
  await options.evaluate(() => {
    const preset = document.querySelector<HTMLSelectElement>('#api-preset');
    if (!preset) return;
    preset.value = 'self-hosted';
    preset.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await options.fillText('#api-base-url', url);
  await options.fillText('#key', KEY);
  await options.click('#key-save');
  await options.waitFor(() => document.querySelector('#key-info') !== null);
  const isPermitted = await options.evaluate(
    (origin) => chrome.permissions.contains({ origins: [origin] }),
    `http://${new URL(url).hostname}/*`,
  );
  await options.click('#api-test');
  // No prompt opens for what is permitted already.
  if (!isPermitted) await browser.answerPermissionPrompt('allow');
  await waitForResult(options, textPattern('options_api_test_passed', new URL(url).host, /\d+/));
  await options.click('[role=switch]:not(.policy *):not([disabled])');
}

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
    await chrome.storage.local.set({ api: { ...api, value: { ...api?.value, ...changes } } });
  }, part);
}
