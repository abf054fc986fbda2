import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MessageKey } from '../../lib/i18n/message.ts';
import { text, textPattern } from '../support/locale.ts';
import { type StubApi, startStubApi } from '../support/stub-api.ts';
import {
  cutBody,
  endlessBody,
  gzipBomb,
  hangUp,
  passwords,
  redirectTo,
  reply,
  silence,
  stalledBody,
} from '../support/stub-behaviours.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';
import {
  change,
  chooseServer,
  enterKey,
  forgetRateLimits,
  KEY,
  setUp,
  switchOn,
  waitForResult,
} from './set-up-api.ts';

declare const chrome: {
  storage: {
    local: { get(): Promise<Record<string, { value: object }>>; set(items: object): Promise<void> };
  };
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; reply: { ok: boolean } }> };
};

const GOOD = { length: 16, entropy_bits: 104.6, strength: 'very_strong' };

/** The server's host and port, as messages name it. */
const hostOf = ({ url }: StubApi) => new URL(url).host;

inEachBrowser('the password API', (journey) => {
  let stub: StubApi;
  let elsewhere: StubApi;
  let options: TestPage;

  beforeAll(async () => {
    stub = await startStubApi({ behaviour: passwords(KEY) });
    elsewhere = await startStubApi({ cors: true });
    options = await journey.browser.extensionPage('options.html');
    await setUp(journey.browser, options, stub.url);
    await options.waitFor(async () =>
      JSON.stringify((await chrome.storage.local.get()).api).includes('"on":true'),
    );
    await change(options, { timeLimitSeconds: 1 });
  });
  afterAll(async () => {
    await stub?.close();
    await elsewhere?.close();
  });
  beforeEach(() => stub.reset());
  afterEach(() => elsewhere.reset());

  it('gives the popup its password, with the key in its header and nowhere else', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(
      (source) => document.querySelector('#source')?.textContent === source,
      text('popup_source_api', hostOf(stub)),
    );
    expect(await popup.text('#password')).toHaveLength(16);
    const [request] = stub.requests;
    expect(request?.headers['x-api-key']).toBe(KEY);
    expect(`${request?.path}?${request?.query}`).not.toContain(KEY);
    expect(request?.headers.cookie).toBeUndefined();
    expect(request?.headers.referer).toBeUndefined();
    await popup.click('#copy');
    await popup.waitFor(
      (sentence) => document.querySelector('#note')?.textContent?.includes(sentence),
      text('popup_copied'),
    );
    await page.close();
  });

  it('fills by the command, too', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.pressCommand(page);
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#confirm')?.value.length === 16);
    expect(stub.requests).toHaveLength(1);
    await page.close();
  });

  it('fills nothing when it fails, and shows why', async () => {
    const { browser, pages } = journey;
    stub.behave(reply(503, { error: 'maintenance' }));
    const cause = text('api_server_fault', hostOf(stub), '503');
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.pressCommand(page);
    await expect
      .poll(async () => (await browser.badge(page)).title)
      .toBe(text('badge_title', text('fill_api_failed', cause)));
    expect(await page.value('#password')).toBe('');
    await page.close();
  });

  it('fills a password of this device where the person has chosen so and the key is refused, and says why', async () => {
    const { browser, pages } = journey;
    await change(options, { fallback: 'local' });
    stub.behave(passwords('another'));
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.pressCommand(page);
    const [password] = await filled(page);
    expect(password).toHaveLength(16);
    await expect
      .poll(async () => (await browser.badge(page)).title)
      .toMatch(
        textPattern('fill_instead', text('fill_filled', 2), textPattern('api_key_refused', hostOf(stub))),
      );
    await change(options, { fallback: 'ask' });
    await page.close();
  });

  it('shows the popup’s failure and one click makes the password on this device', async () => {
    const { browser, pages } = journey;
    stub.behave(reply(401, { error: 'Invalid API key', code: 'UNAUTHORIZED' }));
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#make-local') !== null);
    expect(await popup.text('#api-failure')).toContain(text('api_key_refused', hostOf(stub), '401'));
    const isOpen = () => document.querySelector<HTMLDetailsElement>('.server-detail')?.open;
    expect(await popup.evaluate(isOpen)).toBe(false);
    await popup.click('.server-detail summary');
    await popup.waitFor(isOpen);
    expect(await popup.text('.server-detail p')).toBe(text('api_server_says', 'Invalid API key'));
    await popup.click('#make-local');
    await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 16);
    expect(await popup.text('#source')).toBe(text('popup_source_local'));
    await page.close();
  });

  /** Every way to fail, produced for real, and the messages of which the popup shows one. */
  const FAILURES: [string, () => void, ...MessageKey[]][] = [
    ['bad options', () => stub.behave(reply(400, { error: 'length too long' })), 'api_bad_options'],
    ['a refused key', () => stub.behave(passwords('another')), 'api_key_refused'],
    ['no permission there', () => stub.behave(reply(403, { error: 'scope' })), 'api_not_permitted'],
    ['a wrong address', () => stub.behave(reply(404, 'nothing here')), 'api_wrong_url'],
    [
      'too many requests',
      () => stub.behave(reply(429, { error: 'slow' }, { 'retry-after': '30' })),
      'api_rate_limited_until',
    ],
    ['a server fault', () => stub.behave(reply(500, { title: 'oops' })), 'api_server_fault'],
    ['slow headers', () => stub.behave(silence()), 'api_timed_out'],
    ['a slow body', () => stub.behave(stalledBody('{"password":"')), 'api_timed_out'],
    ['an endless body', () => stub.behave(endlessBody()), 'api_too_large'],
    ['a gzip bomb', () => stub.behave(gzipBomb(50_000_000)), 'api_too_large'],
    ['a cut body', () => stub.behave(cutBody('{"password":"')), 'api_cut_off'],
    ['a cut connection', () => stub.behave(hangUp()), 'api_no_server', 'api_cut_off'],
    ['HTML', () => stub.behave(reply(200, '<h1>Hello</h1>')), 'api_not_json'],
    ['another contract', () => stub.behave(reply(200, { pw: 'x' })), 'api_not_contract'],
    [
      'another length',
      () => stub.behave(reply(200, { ...GOOD, length: 4, password: 'Ab1!' })),
      'api_not_as_asked_wrong_length',
    ],
    [
      'a non-ASCII password',
      () => stub.behave(reply(200, { ...GOOD, password: 'Äbcdefgh-1234567' })),
      'api_not_as_asked_not_printable_ascii',
    ],
    ['a redirect', () => stub.behave(redirectTo(`${elsewhere.url}/v1/generate/password`)), 'api_redirect'],
  ];

  it.each(FAILURES)('reports %s', async (_, misbehave, ...keys) => {
    misbehave();
    await options.bringToFront();
    await forgetRateLimits(options);
    await options.click('#api-test');
    await options.waitFor(
      (testing) => !['', testing].includes(document.querySelector('#api-test-result')?.textContent ?? ''),
      text('options_api_testing'),
    );
    const sentences = keys.map((key) => textPattern(key, hostOf(stub), /[^.]*/).source);
    await waitForResult(options, new RegExp(sentences.join('|')));
    if (keys[0] === 'api_bad_options') {
      expect(await options.text('#api-test-result')).not.toContain('length too long');
      await options.click('.server-detail summary');
      expect(await options.text('.server-detail p')).toBe(text('api_server_says', 'length too long'));
    }
    expect(elsewhere.requests.filter(({ headers }) => JSON.stringify(headers).includes(KEY))).toEqual([]);
    expect(elsewhere.requests).toEqual([]);
  });

  it('gets no request before the end of its rate limit', async () => {
    const { browser, pages } = journey;
    await forgetRateLimits(options);
    stub.behave(reply(429, { error: 'slow' }, { 'retry-after': '3000' }));
    const page = await browser.open(`${pages.url}signup.html`);
    const limited = textPattern('api_rate_limited_until', hostOf(stub), /[^.]*/);
    const title = async () => (await browser.badge(page)).title;
    await browser.pressCommand(page);
    await expect.poll(title).toMatch(limited);
    stub.behave(passwords(KEY));
    await browser.pressCommand(page);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#try-again:disabled') !== null);
    expect(await popup.text('#api-failure .problem')).toMatch(limited);
    expect(await popup.text('#try-again')).toMatch(textPattern('popup_try_again_in', /\d+/));
    expect(stub.requests).toHaveLength(1);
    expect(await page.value('#password')).toBe('');
    await page.close();

    await forgetRateLimits(options);
  });

  it('reports a certificate that nobody trusts, and sends no key', async () => {
    const { browser } = journey;
    const tls = await startStubApi({ tls: true, cors: true });
    await chooseServer(options, tls.url);
    await enterKey(options, KEY);
    await options.click('#api-test');
    await browser.answerPermissionPrompt('allow');
    await waitForResult(options, textPattern('api_blocked', hostOf(tls)));
    expect(tls.requests).toEqual([]);
    await tls.close();
    await chooseServer(options, stub.url);
    await switchOn(browser, options, stub.url);
  });

  it('gets one request from a hundred parallel clicks', async () => {
    const outcomes = await options.evaluate(async () => {
      const options = {
        length: 16,
        uppercase: true,
        lowercase: true,
        numbers: true,
        symbols: true,
        exclude: '',
        avoidLookAlikes: false,
      };
      const message = { name: 'popup-to-background:make-by-api', request: { options } };
      const replies = await Promise.all(
        Array.from({ length: 100 }, () => chrome.runtime.sendMessage(message)),
      );
      return replies.map(({ ok, reply }) => ok && reply.ok);
    });
    expect(new Set(outcomes)).toEqual(new Set([true]));
    expect(stub.requests).toHaveLength(1);
  });

  it('is not called once it is switched off', async () => {
    const { browser, pages } = journey;
    await options.click('[role=switch]:not(.policy *)');
    await options.waitFor(async () =>
      JSON.stringify((await chrome.storage.local.get()).api).includes('"on":false'),
    );
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.pressCommand(page);
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#confirm')?.value.length === 16);
    expect(stub.requests).toEqual([]);
    await page.close();
  });
});
