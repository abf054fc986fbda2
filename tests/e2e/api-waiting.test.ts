import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { type StubApi, startStubApi } from '../support/stub-api.ts';
import { passwords } from '../support/stub-behaviours.ts';
import {
  heldPasswords,
  hostOf,
  openWaiting,
  waitForNote,
  waitForServer,
  waitUntilOn,
} from './asked-server.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';
import { lastPassword } from './last-password.ts';
import { change, KEY, setUp } from './set-up-api.ts';

declare const chrome: {
  storage: {
    session: {
      get(): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
  };
};

/**
 * Waits until the click permits no more copying. The other page is asked, because in Chromium each question
 * of a test counts as a click.
 */
async function clickIsOver(popup: TestPage, options: TestPage): Promise<void> {
  await popup.evaluate(() => {
    const look = () => {
      if (navigator.userActivation.isActive) setTimeout(look, 50);
      else void chrome.storage.session.set({ clickIsOver: true });
    };
    look();
  });
  await options.waitFor(async () => 'clickIsOver' in (await chrome.storage.session.get()));
}

inEachBrowser('while a server is asked, the popup', (journey) => {
  let stub: StubApi;
  let options: TestPage;
  let held = heldPasswords();

  beforeAll(async () => {
    stub = await startStubApi({ behaviour: passwords(KEY) });
    options = await journey.browser.extensionPage('options.html');
    await setUp(journey.browser, options, stub.url);
    await waitUntilOn(options);
    await change(options, { timeLimitSeconds: 30 });
  });
  afterAll(() => stub?.close());
  beforeEach(() => {
    stub.reset();
    held = heldPasswords();
  });

  it.each([
    ['a click', (popup: TestPage) => popup.click('#copy')],
    ['Enter', () => journey.browser.pressKey('Return')],
  ])('lets Copy wait, and copies the server’s password: by %s', async (_, press) => {
    const { browser, pages } = journey;
    await options.evaluate(() => chrome.storage.session.remove(['clickIsOver', 'recentPasswords']));
    stub.behave(held.behaviour);
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await openWaiting(browser);
    await popup.waitFor(() => document.activeElement?.id === 'copy');
    expect(await popup.evaluate(() => document.querySelector('#password'))).toBeNull();
    const top = () => popup.evaluate(() => document.querySelector('#copy')?.getBoundingClientRect().top);
    const before = await top();
    await press(popup);
    await waitForNote(popup, text('popup_copy_waits', hostOf(stub)));
    await clickIsOver(popup, options);
    held.release();
    await options.waitFor(async () =>
      JSON.stringify(await chrome.storage.session.get()).includes('"copiedAt"'),
    );
    await waitForNote(popup, text('popup_copied'));
    const copied = await popup.text('#password');
    expect(await top()).toBe(before);
    expect(await popup.text('#source')).toBe(text('popup_source_api', hostOf(stub)));
    expect(await lastPassword(popup)).toBe(copied);
    expect(await browser.readClipboard()).toBe(copied);
    expect(stub.requests).toHaveLength(1);
    await page.close();
  });

  it('lets Fill wait, and fills the server’s password', async () => {
    const { browser, pages } = journey;
    stub.behave(held.behaviour);
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await openWaiting(browser);
    await popup.waitFor(() => document.querySelector('#fill') !== null);
    await popup.click('#fill');
    await waitForNote(popup, text('popup_fill_waits', hostOf(stub)));
    expect(await page.value('#password')).toBe('');
    held.release();
    await waitForNote(popup, text('fill_filled', 2));
    expect(new Set(await filled(page))).toEqual(new Set([await popup.text('#password')]));
    expect(await popup.text('#source')).toBe(text('popup_source_api', hostOf(stub)));
    expect(stub.requests).toHaveLength(1);
    await page.close();
  });

  it('can be cancelled by a button, which takes the press back and leads on', async () => {
    const { browser, pages } = journey;
    stub.behave(held.behaviour);
    await browser.writeClipboard('before');
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await openWaiting(browser);
    await popup.click('#copy');
    await waitForNote(popup, text('popup_copy_waits', hostOf(stub)));
    await popup.click('#cancel-request');
    await popup.waitFor(() => document.activeElement?.id === 'make-local');
    expect(await popup.text('#api-failure .problem')).toBe(text('api_cancelled'));
    stub.behave(passwords(KEY));
    await popup.click('#try-again');
    await waitForServer(popup, stub);
    expect(await popup.text('#note')).toBe('');
    expect(stub.requests).toHaveLength(2);
    expect(await browser.readClipboard()).toBe('before');
    await page.close();
  });

  it('copies and fills what is shown where this device is the fallback, and keeps it', async () => {
    const { browser, pages } = journey;
    await change(options, { fallback: 'local' });
    stub.behave(held.behaviour);
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await openWaiting(browser);
    const local = await popup.text('#password');
    await popup.click('#copy');
    await waitForNote(popup, text('popup_copied'));
    await popup.waitFor(() => document.querySelector('#fill') !== null);
    await popup.click('#fill');
    await waitForNote(popup, text('fill_filled', 2));
    held.release();
    await popup.waitFor(() => document.querySelector('#use-fitting') !== null);
    expect(await popup.text('#password')).toBe(local);
    expect(await popup.text('#source')).toBe(text('popup_source_local'));
    expect(new Set(await filled(page))).toEqual(new Set([local]));
    await popup.click('#use-fitting');
    await waitForServer(popup, stub);
    expect(await browser.readClipboard()).toBe(local);
    expect(stub.requests).toHaveLength(1);
    await change(options, { fallback: 'ask' });
    await page.close();
  });
});
