import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { type StubApi, startStubApi } from '../support/stub-api.ts';
import { passwords, reply } from '../support/stub-behaviours.ts';
import {
  heldPasswords,
  hostOf,
  openWaiting,
  waitForNote,
  waitForServer,
  waitUntilOn,
} from './asked-server.ts';
import type { TestPage } from './browsers/types.ts';
import { keepBusy, openIsolated } from './busy-page.ts';
import { inEachBrowser } from './each-browser.ts';
import { change, KEY, setUp } from './set-up-api.ts';

/** The lengths that were requested, and `default` where the request named none. */
const lengths = ({ requests }: StubApi) => requests.map(({ query }) => query.get('length') ?? 'default');

inEachBrowser('one opening of the popup', (journey) => {
  let stub: StubApi;
  let options: TestPage;

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
  });

  it('sends one request, with the rule of the page', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}visible-text.html`);
    const popup = await browser.openPopup();
    await waitForServer(popup, stub);
    await popup.waitFor(() => document.querySelector('#page-line details, #use-fitting') !== null);
    // A page may need more time than the popup waits for it.
    const isLate = await popup.evaluate(() => document.querySelector('#use-fitting') !== null);
    expect(lengths(stub)).toEqual([isLate ? 'default' : '12']);
    await popup.click('#copy');
    await waitForNote(popup, text('popup_copied'));
    expect(stub.requests).toHaveLength(1);
    await page.close();
  });

  it('sends one over a slow page, too, and another only by a click on what fits', async () => {
    const { browser, pages } = journey;
    const page = await openIsolated(browser, pages, 'visible-text.html');
    const popup = await browser.openPopup();
    await waitForServer(popup, stub);
    stub.reset();
    const answer = await keepBusy(page, pages);
    await popup.evaluate(() => location.reload());
    await stub.received(1);
    await waitForServer(popup, stub);
    expect(await popup.text('#password')).toHaveLength(16);
    answer();
    await popup.waitFor(() => document.querySelector('#use-fitting') !== null);
    expect(lengths(stub)).toEqual(['default']);
    await popup.click('#use-fitting');
    await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 12);
    await waitForServer(popup, stub);
    expect(lengths(stub)).toEqual(['default', '12']);
    await page.close();
  });

  it('shares the request with the popup before it, which was closed', async () => {
    const { browser, pages } = journey;
    const held = heldPasswords();
    stub.behave(held.behaviour);
    const page = await browser.open(`${pages.url}signup.html`);
    await openWaiting(browser);
    await stub.received(1);
    await page.click('h1');
    await expect.poll(() => browser.popupIsOpen()).toBe(false);
    const popup = await openWaiting(browser);
    held.release();
    await waitForServer(popup, stub);
    expect(stub.requests).toHaveLength(1);
    await page.close();
  });

  it('tells which lengths the server accepts', async () => {
    const { browser, pages } = journey;
    stub.behave(reply(422, { details: { field: 'length', min: 20, max: 64 } }));
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#api-failure') !== null);
    expect(await popup.text('#api-failure .problem')).toBe(text('api_lengths', hostOf(stub), '20', '64'));
    expect(stub.requests).toHaveLength(1);
    await page.close();
  });

  it('asks whether a server on this computer is running', async () => {
    const { browser, pages } = journey;
    // The key belongs to this server, so it is this one that stops, in the last test.
    await stub.close();
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#api-failure') !== null);
    expect(await popup.text('#api-failure .problem')).toBe(text('api_no_server', hostOf(stub)));
    await page.close();
  });
});
