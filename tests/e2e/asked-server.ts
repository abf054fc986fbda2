import { text } from '../support/locale.ts';
import type { StubApi } from '../support/stub-api.ts';
import { type Behaviour, passwords } from '../support/stub-behaviours.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';
import { KEY } from './set-up-api.ts';

declare const chrome: {
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
};

/** Waits until the settings have stored that the API is on. */
export const waitUntilOn = (options: TestPage) =>
  options.waitFor(async () => JSON.stringify(await chrome.storage.local.get('api')).includes('"on":true'));

/** The server's host and port, as messages name it. */
export const hostOf = ({ url }: StubApi) => new URL(url).host;

/** Holds every reply until `release` is called. */
export function heldPasswords(): { behaviour: Behaviour; release: () => void } {
  const held: (() => void)[] = [];
  return {
    behaviour: (response, request) => void held.push(() => passwords(KEY)(response, request)),
    release: () => {
      for (const send of held.splice(0)) send();
    },
  };
}

/** Waits until the line below the buttons contains the sentence. */
export const waitForNote = (popup: TestPage, sentence: string) =>
  popup.waitFor((part) => document.querySelector('#note')?.textContent?.includes(part), sentence);

/** Waits until the popup shows a password of the server. */
export const waitForServer = (popup: TestPage, stub: StubApi) =>
  popup.waitFor(
    (source) => document.querySelector('#source')?.textContent === source,
    text('popup_source_api', hostOf(stub)),
  );

/** Opens the popup over the front tab and waits until it shows that the server is being asked. */
export async function openWaiting(browser: TestBrowser): Promise<TestPage> {
  const popup = await browser.openPopup();
  await popup.waitFor(() => document.querySelector('#cancel-request') !== null);
  return popup;
}
