import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyAdmin } from '../../server/key-admin.ts';
import { idOf } from '../../server/keys.ts';
import { startTestServer, type TestServer } from '../server/support/test-server.ts';
import { text } from '../support/locale.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';
import { chooseServer, enterKey, isAllowed, switchOn } from './set-up-api.ts';

inEachBrowser('the companion server', (journey) => {
  let server: TestServer;
  let key: string;
  let host: string;

  beforeAll(async () => {
    server = await startTestServer();
    key = await server.newKey();
    host = new URL(server.url).host;
    const options = await journey.browser.extensionPage('options.html');
    await chooseServer(options, server.url);
    await enterKey(options, key);
    await isAllowed(options, server.url);
    await switchOn(journey.browser, options, server.url);
  });
  afterAll(() => server?.close());

  const requests = () => server.lines.filter((line) => line.includes('"route":"/v1/generate/password"'));

  it('makes the password that the popup shows, and the one that is filled', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(
      (source) => document.querySelector('#source')?.textContent === source,
      text('popup_source_api', host),
    );
    expect(await popup.text('#password')).toHaveLength(16);
    await popup.close();
    await browser.pressCommand(page);
    const [password] = await filled(page);
    expect(password).toHaveLength(16);
    expect(requests().every((line) => line.includes('"status":200'))).toBe(true);
    expect(server.lines.join('')).not.toContain(password);
    await page.close();
  });

  it('makes passwords while its key is rotated, without one failure', async () => {
    const { browser, pages } = journey;
    await keyAdmin(server.store, Date.now).rotate(idOf(key) ?? '', 3_600_000);
    const before = requests().length;
    for (let round = 0; round < 3; round++) {
      const page = await browser.open(`${pages.url}signup.html`);
      await browser.pressCommand(page);
      await filled(page);
      await page.close();
    }
    const made = requests().slice(before);
    expect(made.length).toBeGreaterThanOrEqual(3);
    expect(made.filter((line) => !line.includes('"status":200'))).toEqual([]);
  });

  it.each([
    ['its key is revoked', () => server.store.revoke(idOf(key) ?? '', Date.now()), 'api_key_refused'],
    ['it is stopped', () => server.close(), 'api_no_server'],
  ] as const)(
    'is said to fail when %s, and one click makes the password on this device',
    async (_, fail, cause) => {
      const { browser, pages } = journey;
      await fail();
      // Other processes learn of a revoked key within a second.
      if (cause === 'api_key_refused')
        await expect.poll(async () => (await server.call('/v1/generate/pin', key)).status).toBe(401);
      const page = await browser.open(`${pages.url}signup.html`);
      const popup = await browser.openPopup();
      await popup.waitFor(() => document.querySelector('#make-local') !== null);
      expect(await popup.text('#api-failure')).toContain(text(cause, host));
      await popup.click('#make-local');
      await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 16);
      expect(await popup.text('#source')).toBe(text('popup_source_local'));
      await page.close();
    },
  );
});
