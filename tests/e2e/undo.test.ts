import { expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import type { TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { lastPassword } from './last-password.ts';

const values = (page: TestPage) => Promise.all([page.value('#password'), page.value('#confirm')]);

inEachBrowser('undoing a fill', (journey) => {
  it('restores the fields once, and the password stays in the popup', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await page.fillText('#password', 'typed before');
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    const [password] = await values(page);
    expect(password).toHaveLength(16);

    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#undo') !== null);
    await popup.click('#undo');
    await popup.waitFor(
      (sentence) => document.querySelector('#note')?.textContent === sentence,
      text('popup_undone'),
    );
    expect(await values(page)).toEqual(['typed before', '']);
    await popup.waitFor(() => document.querySelector('#undo') === null);
    expect(await lastPassword(popup)).toBe(password);
    expect((await browser.badge(page)).text).toBe('');
    await page.close();
  });

  it('keeps what was typed since, and reports it', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    await page.fillText('#confirm', 'mine');
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#undo') !== null);
    await popup.click('#undo');
    await popup.waitFor(
      (sentence) => document.querySelector('#note')?.textContent === sentence,
      text('popup_undone_some', 1),
    );
    expect(await values(page)).toEqual(['', 'mine']);
    await page.close();
  });

  it('is done in the frame that was filled', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}iframe.html`);
    await browser.fillByRightClick(page, { frame: '#frame', selector: '#password' });
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    const frame = await page.frame('#frame');
    expect(await frame.value('#password')).toHaveLength(16);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#undo') !== null);
    await popup.click('#undo');
    await frame.waitFor(() => document.querySelector<HTMLInputElement>('#password')?.value === '');
    expect(await frame.value('#confirm')).toBe('');
    await page.close();
  });
});
