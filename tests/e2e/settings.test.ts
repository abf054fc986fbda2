import { expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import { inEachBrowser } from './each-browser.ts';
import { lastPassword } from './last-password.ts';

declare const chrome: {
  management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> };
  storage: { session: { getAccessLevel?(): Promise<string> } };
};

inEachBrowser('settings and installation', (journey) => {
  it('the command uses the options that are changed in the settings', async () => {
    const { browser, pages } = journey;
    const options = await browser.extensionPage('options.html');
    await options.waitFor(() => document.querySelector('input[type=number]') !== null);
    await options.fillText('input[type=number]', '30');
    await options.waitFor(
      (bits) => document.body.textContent?.includes(bits),
      text('strength_bits', '196.6'),
    );
    expect(await options.text('kbd')).toMatch(/Alt.*Shift.*G/);
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.pressCommand(page);
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#password')?.value.length === 30);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    await page.close();
    await options.close();
  });

  it('the popup remembers a change at once, and fits 360 × 600 without a scroll bar even at 128 characters', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    let popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#fill') !== null);
    await popup.fillText('input[type=number]', '128');
    await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 128);
    await popup.click('#copy');
    await lastPassword(popup);
    const { width, inner, height } = await popup.evaluate(() => ({
      width: document.documentElement.clientWidth,
      inner: innerWidth,
      height: document.documentElement.scrollHeight,
    }));
    expect({ width, inner }).toEqual({ width: 360, inner: 360 }); // a scroll bar would take some of the width
    expect(height).toBeLessThanOrEqual(600);
    await browser.pressKey('Escape');
    popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 128);
    await page.close();
  });

  it('the command fills the kind that is chosen in the settings, whatever the popup shows', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#fill') !== null);
    await popup.click('#tab-pin');
    await popup.waitFor(() => /^\d{6}$/.test(document.querySelector('#password')?.textContent ?? ''));
    await browser.pressKey('Escape');
    const filledBy = async (shape: string) => {
      await page.bringToFront();
      await page.reload();
      await browser.pressCommand(page);
      await page.waitFor(
        (like) => new RegExp(like).test(document.querySelector<HTMLInputElement>('#confirm')?.value ?? ''),
        shape,
      );
    };
    await filledBy('^.*[^0-9].*$');
    const options = await browser.extensionPage('options.html');
    await options.waitFor(() => document.querySelector('section[aria-labelledby=generator] select') !== null);
    await options.evaluate(() =>
      document.querySelector<HTMLElement>('section[aria-labelledby=generator] select')?.focus(),
    );
    await browser.pressKey('Down');
    await options.waitFor(
      () =>
        document.querySelector<HTMLSelectElement>('section[aria-labelledby=generator] select')?.value ===
        'passphrase',
    );
    await filledBy('^[a-z]+(-[a-z-]+){5}$');
    await options.close();
    await page.close();
  });

  it('Chromium shows no warning at install', async () => {
    const { browser } = journey;
    // Firefox has no such call; the linter checks its manifest.
    if (browser.name !== 'chromium') return;
    const options = await browser.extensionPage('options.html');
    const warnings = await options.evaluate(async () =>
      chrome.management.getPermissionWarningsByManifest(await (await fetch('/manifest.json')).text()),
    );
    expect(warnings).toEqual([]);
    const ofClipboard = await options.evaluate(async () => {
      const manifest = await (await fetch('/manifest.json')).json();
      return chrome.management.getPermissionWarningsByManifest(
        JSON.stringify({ ...manifest, permissions: manifest.optional_permissions }),
      );
    });
    expect(ofClipboard).toHaveLength(1); // so the list above could have had something in it
    await options.close();
  });
});
