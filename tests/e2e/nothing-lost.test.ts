import { expect, it } from 'vitest';
import { textPattern } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';
import { lastPassword } from './last-password.ts';

inEachBrowser('when the background is stopped between two steps', (journey) => {
  it('the menu still fills, and the password is still in the popup after another stop', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.stopBackground();
    await browser.fillByRightClick(page, '#password');
    const [password] = await filled(page);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);

    await browser.stopBackground();
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#last-password button') !== null);
    expect(await popup.text('#last-password p')).toMatch(textPattern('last_filled', /localhost:\d+/, /.+/));
    expect(await lastPassword(popup)).toBe(password);
    await page.close();
  });

  it('the command still fills', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    await browser.stopBackground();
    await browser.pressCommand(page);
    await filled(page);
    await page.close();
  });

  it('the popup’s Fill works though the background was stopped while it was open', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#fill') !== null);
    const shown = await popup.text('#password');
    await browser.stopBackground();
    await popup.click('#fill');
    expect(await filled(page)).toEqual([shown, shown]);
    await page.close();
  });
});
