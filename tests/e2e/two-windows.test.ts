import { describe, expect, it } from 'vitest';
import { launchFirefox } from './browsers/firefox.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { copyAtEnd } from './races/copy-at-end.ts';
import { fillAtOnce } from './races/fill-at-once.ts';

declare const chrome: {
  readonly storage: { readonly session: { get(key: string): Promise<Record<string, never>> } };
  readonly extension: { readonly inIncognitoContext: boolean };
};

const COUNT = 10;

/** Copies passwords in the popup as fast as it makes them, and returns them. */
function copyMany(popup: TestPage): Promise<string[]> {
  return popup.evaluate(async (count) => {
    const shown = () => document.querySelector('#password')?.textContent ?? '';
    const press = (id: string) => document.querySelector<HTMLElement>(id)?.click();
    const copied: string[] = [];
    while (copied.length < count) {
      const before = shown();
      const changed = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (shown() === before || shown() === '') return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      press('#again');
      await changed;
      copied.push(shown());
      press('#copy');
    }
    return copied;
  }, COUNT);
}

/** The recent passwords. */
function remembered(page: TestPage): Promise<string[]> {
  return page.evaluate(async () => {
    const { recentPasswords } = await chrome.storage.session.get('recentPasswords');
    const { value = [] } = (recentPasswords ?? {}) as { value?: { password: string }[] };
    return value.map(({ password }) => password);
  });
}

/** Copies in both popups at once; everything must be among the recent passwords afterwards. */
async function expectNothingLost(popups: readonly [TestPage, TestPage]): Promise<void> {
  for (const popup of popups) await popup.waitFor(() => document.querySelector('#password') !== null);
  const copied = (await Promise.all(popups.map(copyMany))).flat();
  expect(new Set(copied).size).toBe(2 * COUNT);
  await expect.poll(async () => (await remembered(popups[0])).sort()).toEqual(copied.sort());
  for (const popup of popups) await popup.close();
}

inEachBrowser('when two windows copy passwords at the same moment', (journey) => {
  it('all of them can be found again', async () => {
    const { browser } = journey;
    await expectNothingLost([
      await browser.extensionPage('popup.html'),
      await browser.extensionPage('popup.html'),
    ]);
  });
});

// `npm run races` runs as many rounds as wanted.
describe('when passwords are copied at the end of a fill, in chromium', () => {
  it('none of the passwords is lost', async () => {
    const { used, lost } = await copyAtEnd(4);
    expect({ used, lost }).toEqual({ used: 5, lost: 0 });
  });
});

describe('when two windows are filled at the same moment and a popup copies, in chromium', () => {
  it('none of the passwords is lost', async () => {
    const { used, lost } = await fillAtOnce(1);
    expect({ used, lost }).toEqual({ used: 3, lost: 0 });
  });
});

// Chromium shows no page of an extension in a private window, and one popup for all windows.
describe('when one of the two windows is private, in firefox', () => {
  it('every password can still be found again', async () => {
    const firefox = await launchFirefox({ extension: '.output/firefox-mv3', privateWindows: true });
    try {
      const popup = await firefox.extensionPage('popup.html');
      const inPrivate = await firefox.privateExtensionPage('popup.html');
      expect(await inPrivate.evaluate(() => chrome.extension.inIncognitoContext)).toBe(true);
      await expectNothingLost([popup, inPrivate]);
    } finally {
      await firefox.close();
    }
  });
});
