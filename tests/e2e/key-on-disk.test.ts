import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import type { TestBrowser } from './browsers/types.ts';

const KEY = 'tfn_test_9d41e7c05b3a4f82';
const PASSPHRASE = 'correct-horse-battery';
/** Stored after the key: once it is on disk, so is everything written before it. */
const MARKER = 'https://marker-3f8a51.example';

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

  it.each([
    ['session', false],
    ['passphrase', false],
    ['plain', true],
  ] as const)('holds a key stored by the choice “%s”: %s', async (keeping, onDisk) => {
    browser = await LAUNCHERS[which]();
    const options = await browser.extensionPage('options.html');
    await options.waitFor(() => document.querySelector('#key') !== null);
    await options.click(`#keep-${keeping}`);
    await options.fillText('#key', KEY);
    if (keeping === 'passphrase') await options.fillText('#passphrase', PASSPHRASE);
    await options.click('#key-save');
    await options.waitFor(() => document.querySelector('#key-info') !== null);
    expect(await options.text('#key-info')).toContain(text(`options_key_${keeping}`));
    await options.fillText('#api-base-url', MARKER);
    const { profile } = browser;
    await expect.poll(() => contains(profile, MARKER), { timeout: 30_000 }).toBe(true);
    if (onDisk) await expect.poll(() => contains(profile, KEY), { timeout: 30_000 }).toBe(true);
    else expect(contains(profile, KEY)).toBe(false);
    expect(contains(profile, PASSPHRASE)).toBe(false);
  });
});
