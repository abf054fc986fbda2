import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand, type ServerProcess, startProcess } from '../server/support/run-command.ts';
import { text } from '../support/locale.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';
import { chooseServer, enterKey, switchOn } from './set-up-api.ts';

inEachBrowser('the companion server', (journey) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'passmint-companion-'));
  const data = path.join(folder, 'keys.sqlite');
  let server: ServerProcess;
  let options: TestPage;
  let key = '';

  const host = () => new URL(server.url).host;
  /** Runs `keys`, and returns the key that it has made. */
  async function keys(...args: string[]): Promise<string> {
    const { status, out, err } = await runCommand(['keys', ...args, '--data', data, '--json']);
    if (status !== 0) throw new Error(err);
    return (JSON.parse(out) as { key?: string }).key ?? '';
  }
  const idOf = (key: string) => key.split('_')[1] as string;
  const asks = async (key: string) => {
    const { status } = await fetch(`${server.url}/v1/generate/password`, { headers: { 'X-API-Key': key } });
    return status;
  };

  beforeAll(async () => {
    key = await keys('create', '--label', 'browser');
    server = await startProcess(['--port', '0', '--data', data]);
    options = await journey.browser.extensionPage('options.html');
    await chooseServer(options, server.url);
    await enterKey(options, key, 'device');
    await switchOn(journey.browser, options, server.url);
  });
  afterAll(async () => {
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Fills by the shortcut, and returns what the badge says. */
  async function fill(): Promise<string> {
    const page = await journey.browser.open(`${journey.pages.url}signup.html`);
    await journey.browser.pressCommand(page);
    const [password] = await filled(page);
    expect(password).toHaveLength(16);
    expect(server.output()).not.toContain(password);
    await expect.poll(async () => (await journey.browser.badge(page)).text).toBe('✓');
    const { title } = await journey.browser.badge(page);
    await page.close();
    return title;
  }

  /** Opens the popup over a page where the server makes no password, and has this device make one. */
  async function makeHere(sentence: string): Promise<void> {
    const page = await journey.browser.open(`${journey.pages.url}signup.html`);
    const popup = await journey.browser.openPopup(page);
    await popup.waitFor(() => document.querySelector('#make-local') !== null);
    expect(await popup.text('#api-failure .problem')).toBe(sentence);
    await popup.click('#make-local');
    await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 16);
    expect(await popup.text('#source')).toBe(text('popup_source_local'));
    await page.close();
  }

  it('makes a password in the popup', async () => {
    const page = await journey.browser.open(`${journey.pages.url}signup.html`);
    const popup = await journey.browser.openPopup(page);
    await popup.waitFor(
      (source) => document.querySelector('#source')?.textContent === source,
      text('popup_source_api', host()),
    );
    expect(await popup.text('#password')).toHaveLength(16);
    await page.close();
  });

  it('fills by the shortcut, and is named', async () => {
    expect(await fill()).toContain(host());
  });

  it('takes a rotated key without one failure', async () => {
    const next = await keys('rotate', idOf(key), '--overlap', '1h');
    expect(await fill()).toContain(host());
    await options.bringToFront();
    await options.fillText('#key', next);
    await options.click('#key-save');
    await options.waitFor(
      (saved) => document.querySelector('#key-result')?.textContent === saved,
      text('options_key_replaced'),
    );
    expect(await fill()).toContain(host());
    await keys('revoke', idOf(key));
    await expect.poll(() => asks(key)).toBe(401);
    expect(await fill()).toContain(host());
    key = next;
  });

  it('refuses a revoked key, and this device is a click away', async () => {
    await keys('revoke', idOf(key));
    await expect.poll(() => asks(key)).toBe(401);
    await makeHere(text('api_key_refused', host(), '401'));
  });

  it('is missed when it is stopped, and this device is a click away', async () => {
    await server.end();
    await makeHere(text('api_no_server', host()));
  });
});
