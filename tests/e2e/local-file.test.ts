import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { text, textPattern } from '../support/locale.ts';
import { BADGE, endedBadge } from './badge.ts';
import { inEachBrowser } from './each-browser.ts';

const FORM = `<!doctype html><title>A form</title>
  <form><input type="email"><input id="password" type="password" autocomplete="new-password"></form>`;

inEachBrowser('a file on this computer', (journey) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'passmint-file-'));
  const file = path.join(folder, 'form.html');
  beforeAll(() => writeFileSync(file, FORM));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is not filled, and is told as what it is on the badge and in the popup', async () => {
    const { browser } = journey;
    const page = await browser.open(pathToFileURL(file).href);
    await browser.pressCommand(page);
    const sentence = text('fill_local_file');
    expect(await endedBadge(browser, page)).toEqual({
      text: BADGE.problem,
      title: text('badge_title', sentence),
    });
    expect(await page.value('#password')).toBe('');
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#page-line')?.textContent);
    expect(await popup.text('#page-line')).toBe(text('popup_local_file'));
    expect(await popup.text('#last-fill')).toMatch(textPattern('last_fill', /.+/, sentence));
    await page.close();
  });

  it('is told apart from a page that browsers keep extensions out of', async () => {
    const { browser } = journey;
    const page = await browser.open(browser.name === 'chromium' ? 'chrome://version/' : 'about:license');
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#page-line')?.textContent);
    expect(await popup.text('#page-line')).toBe(text('popup_no_access'));
    await page.close();
  });
});
