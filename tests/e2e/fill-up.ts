import { text } from '../support/locale.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';

interface Area {
  get(key: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  clear(): Promise<void>;
}

declare const chrome: { readonly storage: Record<'local' | 'session', Area> };
declare const browser: typeof chrome;

const PREFIX = 'filler';

/** Fills a storage area from a page of the extension, until no byte is left that the browser counts. */
export function fillUp(page: TestPage, area: 'local' | 'session'): Promise<void> {
  return page.evaluate(
    async (area, prefix) => {
      const storage = chrome.storage[area];
      const write = (key: string, value: unknown) =>
        storage.set({ [key]: value }).then(
          () => true,
          () => false,
        );
      // The first is the greatest that there is room for. Each size after it has room once at most.
      for (let size = 2 ** 23; size >= 1; size /= 2) await write(`${prefix}${size}`, 'x'.repeat(size));
      // In memory Chromium counts what it allocates, so that texts of a few characters are free.
      if (await write(`${prefix}0`, { version: 1, value: [{}] })) throw new Error(`${area} is not full.`);
    },
    area,
    PREFIX,
  );
}

/** Gives the room back that `fillUp` has taken. */
export function makeRoom(page: TestPage): Promise<void> {
  return page.evaluate(async (prefix) => {
    for (const area of ['local', 'session'] as const) {
      const storage = chrome.storage[area];
      const keys = Object.keys(await storage.get(null));
      await storage.remove(keys.filter((key) => key.startsWith(prefix)));
    }
  }, PREFIX);
}

/** Empties the memory, so that no test begins with what another has left. */
export function forgetSession(page: TestPage): Promise<void> {
  return page.evaluate(() => chrome.storage.session.clear());
}

/**
 * Lets `storage.local` take nothing more. In Chromium it is filled. Firefox bounds it only by the disk, which
 * a test cannot fill; there its function is replaced in the page, by one that rejects as it does on a disk
 * without room.
 */
export async function failLocal({ name }: TestBrowser, page: TestPage): Promise<void> {
  if (name === 'chromium') return fillUp(page, 'local');
  await page.evaluate(() => {
    const cause = 'QuotaExceededError: storage.local API call exceeded its quota limitations.';
    browser.storage.local.set = () => Promise.reject(new Error(cause));
  });
}

/** Waits until the popup's status line says this. */
export const notice = (popup: TestPage, sentence: string) =>
  popup.waitFor((expected) => document.querySelector('#note')?.textContent?.trim() === expected, sentence);

/** Copies the password that the popup shows, which is kept, and returns it. */
export async function copyIn(popup: TestPage): Promise<string> {
  await popup.waitFor(() => document.querySelector('#password') !== null);
  const shown = await popup.text('#password');
  await popup.click('#copy');
  // An offer to clear the clipboard follows.
  await popup.waitFor(
    (sentence) => document.querySelector('#note')?.textContent?.startsWith(sentence),
    text('popup_copied'),
  );
  return shown;
}

/** The passwords in the list, newest first. */
export function remembered(page: TestPage): Promise<string[]> {
  return page.evaluate(async () => {
    const { recentPasswords } = await chrome.storage.session.get(null);
    const { value = [] } = (recentPasswords ?? {}) as { value?: { password: string }[] };
    return value.map(({ password }) => password);
  });
}
