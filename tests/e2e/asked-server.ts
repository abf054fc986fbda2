import { text } from '../support/locale.ts';
import type { StubApi } from '../support/stub-api.ts';
import { type Behaviour, passwords } from '../support/stub-behaviours.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';
import { hostOf, KEY } from './set-up-api.ts';

/** Holds every reply until `release` is called; later requests are answered at once. */
export function heldPasswords(): { readonly behaviour: Behaviour; readonly release: () => void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const behaviour: Behaviour = (response, request) =>
    void released.then(() => response.destroyed || passwords(KEY)(response, request));
  return { behaviour, release };
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
