import { type PageServer, startPageServer } from '../../support/page-server.ts';
import { type Chromium, launchChromium } from '../browsers/chromium.ts';
import type { TestPage } from '../browsers/types.ts';

/** The part of the extension API that the races call. */
declare const chrome: {
  readonly tabs: { query(filter: { active: boolean }): Promise<Array<{ url?: string }>> };
  readonly commands: { readonly onCommand: { dispatch(command: string, tab: object): void } };
  readonly storage: { readonly session: { get(key: string): Promise<Record<string, never>> } };
};

/** What the rounds of a race have shown. */
export interface RaceResult {
  readonly rounds: number;
  /** How many passwords were filled or copied in all. */
  readonly used: number;
  /** How many of them could not be found again right after their round. */
  readonly lost: number;
}

/** What a race runs with. */
export interface Track {
  readonly chromium: Chromium;
  readonly pages: PageServer;
  /** The popup, as a tab of its own window. */
  readonly popup: TestPage;
}

/**
 * Runs a race. One keyboard cannot press the shortcut in two windows, or at a certain millisecond, so its
 * event is dispatched, in a copy of the build that may read the test's pages.
 */
export async function onTrack(race: (track: Track) => Promise<RaceResult>): Promise<RaceResult> {
  const pages = await startPageServer();
  const manifestPatch = { host_permissions: ['http://localhost/*'] };
  const chromium = await launchChromium({ extension: '.output/chrome-mv3', headless: true, manifestPatch });
  try {
    return await race({ chromium, pages, popup: await chromium.extensionPage('popup.html') });
  } finally {
    await chromium.close();
    await pages.close();
  }
}

/** Triggers the shortcut in the front tab of every window that shows the form. */
export function triggerFills({ chromium }: Track): Promise<void> {
  return chromium.inBackground(async () => {
    const tabs = await chrome.tabs.query({ active: true });
    for (const tab of tabs.filter(({ url }) => url?.includes('signup.html')))
      chrome.commands.onCommand.dispatch('fill-password', tab);
  });
}

/** Empties the form. */
export function resetForm(page: TestPage): Promise<void> {
  return page.evaluate(() => document.querySelector<HTMLFormElement>('#signup')?.reset());
}

/** The values of both fields of the form, once they are filled. */
export function filledValues(page: TestPage): Promise<string[]> {
  return page.waitFor(() => {
    const fields = ['#password', '#confirm'].map(
      (css) => document.querySelector<HTMLInputElement>(css)?.value,
    );
    return fields.every(Boolean) ? (fields as string[]) : undefined;
  });
}

/** How long a copy may take to be stored, in milliseconds, because copying does not wait for storage. */
const STORED_MS = 3000;

/** How many of the passwords cannot be found again. Few enough must be new that none is pushed out. */
export async function countLost(popup: TestPage, passwords: readonly string[]): Promise<number> {
  const missing = async () => {
    const kept = new Set(await remembered(popup));
    return passwords.filter((password) => !kept.has(password)).length;
  };
  const giveUpAt = Date.now() + STORED_MS;
  while ((await missing()) > 0 && Date.now() < giveUpAt);
  return missing();
}

/** The recent passwords. */
function remembered(popup: TestPage): Promise<string[]> {
  return popup.evaluate(async () => {
    const { recentPasswords } = await chrome.storage.session.get('recentPasswords');
    const { value = [] } = (recentPasswords ?? {}) as { value?: { password: string }[] };
    return value.map(({ password }) => password);
  });
}
