import { startPageServer } from '../support/page-server.ts';
import { type Chromium, launchChromium } from './browsers/chromium.ts';
import type { TestPage } from './browsers/types.ts';

/** The part of the extension API that the journey calls. */
declare const chrome: {
  readonly windows: { create(how: { url: string }): Promise<{ id: number }> };
  readonly tabs: { query(filter: { active: boolean }): Promise<Array<{ windowId: number; url?: string }>> };
  readonly commands: { readonly onCommand: { dispatch(command: string, tab: object): void } };
  readonly storage: { readonly session: { get(key: string): Promise<Record<string, never>> } };
};

/** What the rounds have shown. */
export interface RoundsResult {
  readonly rounds: number;
  /** How many passwords were filled or copied in all. */
  readonly used: number;
  /** How many of them could not be found again. */
  readonly lost: number;
}

/**
 * Fills the forms of two Chromium windows at the same moment while a popup copies a third password, and looks
 * for all three among the recent passwords; as many times as there are `rounds`. One keyboard cannot press
 * the shortcut in two windows at once, so its event is dispatched, in a copy of the build that may read the
 * test's pages.
 */
export async function fillAtOnce(rounds: number): Promise<RoundsResult> {
  const pages = await startPageServer();
  const manifestPatch = { host_permissions: ['http://localhost/*'] };
  const chromium = await launchChromium({ extension: '.output/chrome-mv3', headless: true, manifestPatch });
  try {
    const popup = await chromium.extensionPage('popup.html');
    const windows = await openTwo(chromium, popup, `${pages.url}signup.html`);
    let [used, lost] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const passwords = await fillOnce(chromium, popup, windows);
      used += passwords.length;
      lost += await countLost(popup, passwords);
    }
    return { rounds, used, lost };
  } finally {
    await chromium.close();
    await pages.close();
  }
}

async function openTwo(chromium: Chromium, popup: TestPage, url: string): Promise<TestPage[]> {
  const opened: TestPage[] = [];
  for (const name of ['one', 'two']) {
    const address = `${url}?${name}`;
    await popup.evaluate(async (url) => void (await chrome.windows.create({ url })), address);
    opened.push(await chromium.waitForPage(address));
  }
  return opened;
}

/** The values of both fields of the form, once they are filled. */
const values = (page: TestPage): Promise<string[]> =>
  page.waitFor(() => {
    const fields = ['#password', '#confirm'].map(
      (css) => document.querySelector<HTMLInputElement>(css)?.value,
    );
    return fields.every(Boolean) ? (fields as string[]) : undefined;
  });

/** One round; returns the passwords that were used. */
async function fillOnce(chromium: Chromium, popup: TestPage, windows: TestPage[]): Promise<string[]> {
  for (const page of windows)
    await page.evaluate(() => document.querySelector<HTMLFormElement>('#signup')?.reset());
  const [, copied] = await Promise.all([
    chromium.inBackground(async () => {
      const tabs = await chrome.tabs.query({ active: true });
      for (const tab of tabs.filter(({ url }) => url?.includes('signup.html')))
        chrome.commands.onCommand.dispatch('fill-password', tab);
    }),
    copyOne(popup),
  ]);
  const inFields = await Promise.all(windows.map(values));
  return [...new Set([...inFields.flat(), copied])];
}

/** How many of the passwords cannot be found again, once a copy has had its second to be stored. */
async function countLost(popup: TestPage, passwords: readonly string[]): Promise<number> {
  const missing = async () => {
    const kept = new Set(await remembered(popup));
    return passwords.filter((password) => !kept.has(password)).length;
  };
  const giveUpAt = Date.now() + 3000;
  while ((await missing()) > 0 && Date.now() < giveUpAt);
  return missing();
}

/** Makes another password in the popup, copies it, and returns it. */
function copyOne(popup: TestPage): Promise<string> {
  return popup.evaluate(() => {
    const shown = () => document.querySelector('#password')?.textContent ?? '';
    const press = (css: string) => document.querySelector<HTMLElement>(css)?.click();
    const before = shown();
    return new Promise<string>((resolve) => {
      const copy = () => {
        if (shown() === before || shown() === '') return;
        observer.disconnect();
        press('#copy');
        resolve(shown());
      };
      const observer = new MutationObserver(copy);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      press('#again');
    });
  });
}

/** The recent passwords. */
function remembered(popup: TestPage): Promise<string[]> {
  return popup.evaluate(async () => {
    const { recentPasswords } = await chrome.storage.session.get('recentPasswords');
    const { value = [] } = (recentPasswords ?? {}) as { value?: { password: string }[] };
    return value.map(({ password }) => password);
  });
}
