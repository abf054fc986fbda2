import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { text, textPattern } from '../support/locale.ts';
import { type StubApi, startStubApi } from '../support/stub-api.ts';
import { type Behaviour, passwords } from '../support/stub-behaviours.ts';
import { BADGE, endedBadge } from './badge.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';
import { change, KEY, setUp } from './set-up-api.ts';

declare const chrome: {
  readonly storage: {
    readonly local: { get(): Promise<Record<string, unknown>> };
    readonly session: {
      get(key: string): Promise<Record<string, { value: unknown[] } | undefined>>;
      remove(key: string): Promise<void>;
    };
  };
};

/** Holds every request back until `release` is called, and then answers by the contract. */
function heldPasswords(): { readonly behaviour: Behaviour; readonly release: () => void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const behaviour: Behaviour = (response, request) =>
    void released.then(() => response.destroyed || passwords(KEY)(response, request));
  return { behaviour, release };
}

inEachBrowser('a fill while a slow server is asked', (journey) => {
  let stub: StubApi;
  let options: TestPage;
  let host: string;

  beforeAll(async () => {
    stub = await startStubApi({ behaviour: passwords(KEY) });
    host = new URL(stub.url).host;
    options = await journey.browser.extensionPage('options.html');
    await setUp(journey.browser, options, stub.url);
    await options.waitFor(async () =>
      JSON.stringify((await chrome.storage.local.get()).api).includes('"on":true'),
    );
    await change(options, { timeLimitSeconds: 30 });
  });
  afterAll(() => stub?.close());
  beforeEach(async () => {
    stub.reset();
    await options.evaluate(() => chrome.storage.session.remove('recentPasswords'));
  });

  const remembered = () =>
    options.evaluate(async () => {
      const { recentPasswords } = await chrome.storage.session.get('recentPasswords');
      return recentPasswords?.value.length ?? 0;
    });
  const filledByServer = () => text('badge_title', `${text('fill_filled', 2)} ${text('fill_made_by', host)}`);

  it('is one for three presses: one request, one password, and the badge says what happens', async () => {
    const { browser, pages } = journey;
    const { behaviour, release } = heldPasswords();
    stub.behave(behaviour);
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.pressCommand(page);
    await stub.received(1);
    const asking = { text: BADGE.running, title: text('badge_title', text('fill_asking', host)) };
    await expect.poll(() => browser.badge(page)).toEqual(asking);
    await browser.pressCommand(page);
    await browser.pressCommand(page);
    expect(await browser.badge(page)).toEqual(asking);
    release();
    await filled(page);
    expect(await endedBadge(browser, page)).toEqual({ text: BADGE.filled, title: filledByServer() });
    expect(stub.requests).toHaveLength(1);
    expect(await remembered()).toBe(1);
    const popup = await browser.openPopup();
    await popup.waitFor(
      (line) => new RegExp(line).test(document.querySelector('#last-password')?.textContent ?? ''),
      textPattern('last_made_by', host).source,
    );
    await page.close();
  });

  it('does not keep the tab from being filled once it shows another page', async () => {
    const { browser, pages } = journey;
    const { behaviour, release } = heldPasswords();
    stub.behave(behaviour);
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.pressCommand(page);
    await stub.received(1);
    await page.goto(`${pages.url}change-password.html`);
    stub.behave(passwords(KEY));
    await browser.pressCommand(page);
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#confirm')?.value.length === 16);
    expect(await endedBadge(browser, page)).toEqual({ text: BADGE.filled, title: filledByServer() });
    release();
    expect(stub.requests).toHaveLength(2);
    expect(await remembered()).toBe(1);
    await page.close();
  });

  it('gives way to the popup’s, which says who made its password', async () => {
    const { browser, pages } = journey;
    const { behaviour, release } = heldPasswords();
    stub.behave(behaviour);
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.pressCommand(page);
    await stub.received(1);
    stub.behave(passwords(KEY));
    const popup = await browser.openPopup();
    await popup.waitFor(
      (source) => document.querySelector('#source')?.textContent === source,
      text('popup_source_api', host),
    );
    const shown = await popup.text('#password');
    await popup.click('#fill');
    expect(await filled(page)).toEqual([shown, shown]);
    await popup.waitFor(
      (sentence) => document.querySelector('#note')?.textContent?.includes(sentence),
      text('fill_made_by', host),
    );
    release();
    expect(await endedBadge(browser, page)).toEqual({ text: BADGE.filled, title: filledByServer() });
    expect(await page.value('#password')).toBe(shown);
    expect(await remembered()).toBe(1);
    await page.close();
  });
});
