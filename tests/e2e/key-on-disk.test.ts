import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';

declare const chrome: {
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
};

const KEY = 'tfn_test_9d41e7c05b3a4f82';
const PASSPHRASE = 'crop mural doze timid';

/** Whether any file below the folder contains the text, as bytes or as UTF-16. */
function contains(folder: string, text: string): boolean {
  const forms = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => {
      const bytes = contentOf(path.join(entry.parentPath, entry.name));
      return forms.some((form) => bytes.includes(form));
    });
}

/** A file of a running browser may disappear right after it was listed. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

const LAUNCHERS = {
  chromium: () => launchChromium({ extension: '.output/chrome-mv3' }),
  firefox: () => launchFirefox({ extension: '.output/firefox-mv3' }),
};

describe.each(['chromium', 'firefox'] as const)('the profile folder of %s', (which) => {
  let browser: TestBrowser | undefined;
  afterEach(async () => {
    await browser?.close();
    browser = undefined;
  });

  /** Stores a text in plain and waits for it in the files: then all that was stored before is there too. */
  async function markerOnDisk(options: TestPage, marker: string): Promise<void> {
    const profile = browser?.profile ?? '';
    await options.evaluate((text) => chrome.storage.local.set({ marker: text }), marker);
    await expect.poll(() => contains(profile, marker), { timeout: 30_000 }).toBe(true);
  }

  it.each(['session', 'passphrase', 'device'] as const)(
    'never holds a key kept by the choice “%s”, nor its passphrase, and nothing of it after it was deleted',
    async (keeping) => {
      browser = await LAUNCHERS[which]();
      const { profile } = browser;
      const options = await browser.extensionPage('options.html');
      await options.waitFor(() => document.querySelector('#key') !== null);
      await options.click(`#keep-${keeping}`);
      await options.fillText('#key', KEY);
      if (keeping === 'passphrase') await options.fillText('#passphrase', PASSPHRASE);
      await options.click('#key-save');
      await options.waitFor(() => document.querySelector('#key-info') !== null);
      expect(await options.text('#key-info')).toContain(text(`options_key_${keeping}`));
      await markerOnDisk(options, 'marker-3f8a51-while-kept');
      expect([KEY, PASSPHRASE].filter((secret) => contains(profile, secret))).toEqual([]);

      await options.click('#key-forget');
      await options.waitFor(() => document.querySelector('#key-info') === null);
      await markerOnDisk(options, 'marker-77c0d2-when-deleted');
      expect([KEY, PASSPHRASE].filter((secret) => contains(profile, secret))).toEqual([]);
    },
  );
});
