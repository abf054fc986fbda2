import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { type StubApi, startStubApi } from '../support/stub-api.ts';
import { passwords } from '../support/stub-behaviours.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';
import { chooseServer, enterKey, switchOn } from './set-up-api.ts';

interface StoredKey {
  readonly service: string;
  readonly keeping: string;
  readonly ending: string;
  readonly locked?: object;
}
interface StoredSettings {
  readonly on: boolean;
  readonly preset: string;
  readonly baseUrls: Readonly<Record<string, string>>;
  readonly timeLimitSeconds: number;
  readonly fallback: string;
}
type Stored<T> = { readonly value: T } | undefined;

declare const chrome: {
  readonly storage: {
    readonly local: { get(): Promise<{ api?: Stored<StoredSettings>; apiKeys?: Stored<StoredKey[]> }> };
    readonly session: { get(): Promise<{ apiOpenKeys?: Stored<StoredKey[]> }> };
  };
  readonly permissions: {
    contains(permissions: { origins: string[] }): Promise<boolean>;
    remove(permissions: { origins: string[] }): Promise<boolean>;
  };
};

const PASSPHRASE = 'crop mural doze timid';
const SWITCH = '[role=switch]:not(.policy *)';

/** What the settings show, or should show by what is stored and permitted. */
interface State {
  readonly preset: string;
  readonly baseUrl: string;
  readonly isOn: boolean;
  readonly key: string;
  readonly others: number;
  readonly timeLimit: string;
  readonly fallback: string;
}

/** By what is stored and permitted. */
async function storedState(): Promise<State> {
  const usual: Record<string, string> = {
    tinyfn: 'https://api.tinyfn.io',
    'self-hosted': 'http://127.0.0.1:8787',
    requiems: 'https://api.requiems.xyz',
  };
  const { api, apiKeys } = await chrome.storage.local.get();
  const { apiOpenKeys } = await chrome.storage.session.get();
  const { on = false, preset = 'tinyfn', baseUrls = {} } = api?.value ?? ({} as Partial<StoredSettings>);
  const { origin, protocol, hostname } = new URL(baseUrls[preset] || usual[preset] || '');
  const service = `${preset} ${origin}`;
  const keys = [...(apiKeys?.value ?? []), ...(apiOpenKeys?.value ?? [])];
  const own = keys.find((key) => key.service === service);
  const isAllowed = await chrome.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  return {
    preset,
    baseUrl: baseUrls[preset] ?? '',
    isOn: on && own !== undefined && isAllowed,
    key: own ? own.ending : '',
    others: new Set(keys.map((key) => key.service).filter((other) => other !== service)).size,
    timeLimit: String(api?.value.timeLimitSeconds ?? 5),
    fallback: api?.value.fallback ?? 'ask',
  };
}

/** As the page shows it. */
function shownState(css: string): State {
  const textIn = (selector: string) => document.querySelector<HTMLInputElement>(selector)?.value ?? '';
  return {
    preset: textIn('#api-preset'),
    baseUrl: textIn('#api-base-url'),
    isOn: document.querySelector<HTMLInputElement>(css)?.checked ?? false,
    key: /ending in (\w{4})/.exec(document.querySelector('#key-info')?.textContent ?? '')?.[1] ?? '',
    others: document.querySelectorAll('#other-keys li').length,
    timeLimit: textIn('section:has(#api) input[type=number]'),
    fallback: textIn('#api-fallback'),
  };
}

const LAUNCHERS = {
  chromium: (profile: string) => launchChromium({ extension: '.output/chrome-mv3', profile }),
  firefox: (profile: string) => launchFirefox({ extension: '.output/firefox-mv3', profile }),
};

describe.each(['chromium', 'firefox'] as const)('a person with the password API in %s', (which) => {
  let browser: TestBrowser;
  let options: TestPage;
  let pages: PageServer;
  let first: StubApi;
  let second: StubApi;
  const profile = mkdtempSync(path.join(tmpdir(), `passmint-person-${which}-`));
  const FIRST_KEY = 'tfn_test_first_93ab27c05d';
  const SECOND_KEY = 'tfn_test_second_1f8e60b4aa';

  afterEach(async () => {
    await browser?.close();
    await Promise.all([pages?.close(), first?.close(), second?.close()]);
    rmSync(profile, { recursive: true, force: true });
  });

  async function startBrowser(): Promise<void> {
    browser = await LAUNCHERS[which](profile);
    options = await browser.extensionPage('options.html');
    await options.waitFor(() => document.querySelector('#api-preset') !== null);
  }
  const restart = async () => {
    await browser.close();
    await startBrowser();
  };
  const choose = (css: string, value: string) =>
    options.evaluate(
      (css, value) => {
        const select = document.querySelector<HTMLSelectElement>(css);
        if (!select) return;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      css,
      value,
    );
  const takeAway = async () => {
    await options.evaluate(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
  };
  const turnOn = async (url: string) => {
    await options.bringToFront();
    await switchOn(browser, options, url);
  };
  /** Fills by the key, and returns who made the password, or an empty text if nothing was filled. */
  async function fill(): Promise<string> {
    const page = await browser.open(`${pages.url}signup.html`);
    const before = first.requests.length + second.requests.length;
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).text).toMatch(/^[✓!]$/);
    const isFilled = (await page.value('#password')).length > 0;
    await page.close();
    await options.bringToFront();
    const asked = first.requests.length + second.requests.length - before;
    return isFilled ? (asked > 0 ? 'server' : 'device') : 'nobody';
  }
  async function expectFillBy(maker: 'server' | 'device' | 'nobody'): Promise<void> {
    expect(await fill()).toBe(maker);
  }

  it('sees in the settings what is so, after each of forty steps', async () => {
    [first, second] = await Promise.all([
      startStubApi({ behaviour: passwords(FIRST_KEY) }),
      startStubApi({ behaviour: passwords(SECOND_KEY) }),
    ]);
    pages = await startPageServer();
    await startBrowser();
    const rotate = async (key: string) => {
      await options.fillText('#key', key);
      await options.click('#key-save');
      await options.waitFor(
        (saved) => document.querySelector('#key-result')?.textContent === saved,
        text('options_key_replaced'),
      );
    };
    const lock = async () => {
      await options.click('#key-lock');
      await options.waitFor(() => document.querySelector('#unlock-passphrase') !== null);
    };
    const unlock = async () => {
      await options.fillText('#unlock-passphrase', PASSPHRASE);
      await options.click('#key-unlock');
      await options.waitFor(() => document.querySelector('#key-lock') !== null);
    };
    const underPassphrase = async () => {
      await options.click('#keep-passphrase');
      await options.fillText('#passphrase', PASSPHRASE);
      await rotate(SECOND_KEY);
      await options.waitFor(() => document.querySelector('#key-lock') !== null);
    };
    const isOnAfterRestart = () =>
      options.evaluate((css) => document.querySelector<HTMLInputElement>(css)?.checked, SWITCH);
    /** Firefox takes the permissions of an extension that was loaded for a test when it closes. */
    const turnOnAgain = async (url: string) => {
      await options.waitFor(() => document.querySelector('#key-info') !== null);
      if (!(await isOnAfterRestart())) await turnOn(url);
    };
    const steps: readonly (readonly [name: string, act: () => Promise<unknown>])[] = [
      ['fills without the API', () => expectFillBy('device')],
      ['chooses Requiems', () => choose('#api-preset', 'requiems')],
      ['chooses a server', () => chooseServer(options, first.url)],
      ['fills without a key', () => expectFillBy('device')],
      ['enters a key for the profile', () => enterKey(options, FIRST_KEY, 'device')],
      ['switches it on', () => turnOn(first.url)],
      ['fills', () => expectFillBy('server')],
      ['waits longer', () => options.fillText('section:has(#api) input[type=number]', '9')],
      ['goes to TinyFn', () => choose('#api-preset', 'tinyfn')],
      ['fills there', () => expectFillBy('device')],
      ['comes back', () => choose('#api-preset', 'self-hosted')],
      ['switches it on again', () => turnOn(first.url)],
      ['fills again', () => expectFillBy('server')],
      ['restarts the browser', restart],
      ['switches it on if it is not', () => turnOnAgain(first.url)],
      ['fills after the restart', () => expectFillBy('server')],
      ['chooses the other server', () => chooseServer(options, second.url)],
      ['fills at the other server', () => expectFillBy('device')],
      ['enters its key for the session', () => enterKey(options, SECOND_KEY)],
      ['switches it on there', () => turnOn(second.url)],
      ['fills by it', () => expectFillBy('server')],
      ['wants this device when it fails', () => choose('#api-fallback', 'local')],
      ['takes the permission away', takeAway],
      ['fills without the permission', () => expectFillBy('nobody')],
      ['allows it', () => turnOn(second.url)],
      ['fills with the permission', () => expectFillBy('server')],
      ['puts the key under a passphrase', underPassphrase],
      ['locks it', lock],
      ['fills while it is locked', () => expectFillBy('device')],
      ['unlocks it', unlock],
      ['fills once it is unlocked', () => expectFillBy('server')],
      ['restarts with the locked key', restart],
      ['asks when it fails', () => choose('#api-fallback', 'ask')],
      ['unlocks it after the restart', unlock],
      ['switches it on if it is not', () => turnOnAgain(second.url)],
      ['fills by the unlocked key', () => expectFillBy('server')],
      ['goes back to the first server', () => chooseServer(options, first.url)],
      ['switches that on', () => turnOn(first.url)],
      ['fills by the first server', () => expectFillBy('server')],
      ['deletes its key', () => options.click('#key-forget')],
      ['fills without the deleted key', () => expectFillBy('nobody')],
      ['restarts at last', restart],
    ];
    const differences: string[] = [];
    for (const [name, act] of steps) {
      await act().catch((cause) => {
        throw new Error(`The person who ${name} failed.`, { cause });
      });
      const isSame = async () => {
        const stored = await options.evaluate(storedState);
        const shown = await options.evaluate(shownState, SWITCH);
        return JSON.stringify(stored) === JSON.stringify(shown) ? '' : JSON.stringify({ stored, shown });
      };
      const difference = await expect
        .poll(isSame, { timeout: 3000 })
        .toBe('')
        .then(() => '', isSame);
      if (difference) differences.push(`${name}: ${difference}`);
    }
    expect(steps.length).toBeGreaterThanOrEqual(40);
    expect(differences).toEqual([]);
    expect(first.requests.every(({ headers }) => headers['x-api-key'] === FIRST_KEY)).toBe(true);
    expect(second.requests.every(({ headers }) => headers['x-api-key'] === SECOND_KEY)).toBe(true);
  }, 300_000);
});
