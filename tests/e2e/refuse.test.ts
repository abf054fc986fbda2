import { expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import { inEachBrowser } from './each-browser.ts';
import { lastPassword } from './last-password.ts';

inEachBrowser('where nothing should be filled', (journey) => {
  it('a login form is not filled, and the outcome is shown', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}login.html`);
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).title).toContain(text('fill_no_field'));
    expect(await page.value('#password')).toBe('');
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#copy') !== null);
    expect(await popup.evaluate(() => document.querySelector('#fill') === null)).toBe(true);
    await page.close();
  });

  it('but a right-clicked password field is filled', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}login.html`);
    await browser.fillByRightClick(page, '#password');
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#password')?.value.length === 16);
    expect(await page.value('#username')).toBe('');
    await page.close();
  });

  it('a right-clicked search box or user name is not', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}login.html`);
    await browser.fillByRightClick(page, '#username');
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.problem);
    expect(await page.value('#username')).toBe('');
    await page.close();
  });

  it('a signup is not filled in place of the login that the person is in, and the outcome says why', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}login-above-signup.html`);
    await page.click('#login-user');
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).title).toContain(text('fill_unlikely_form'));
    for (const field of ['#login-password', '#password', '#confirm'])
      expect(await page.value(field)).toBe('');
    await page.click('#email');
    await browser.pressCommand(page);
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#confirm')?.value.length === 16);
    expect(await page.value('#login-password')).toBe('');
    await page.close();
  });

  it('many password fields that nothing tells apart are not, until one is right-clicked', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}five-fields.html`);
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).title).toContain(text('fill_unclear_fields'));
    await browser.fillByRightClick(page, '#third');
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#third')?.value.length === 16);
    await page.close();
  });

  it('a page without fields gets a clear message', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}no-form.html`);
    await browser.pressCommand(page);
    await expect
      .poll(() => browser.badge(page))
      .toEqual({
        text: BADGE.problem,
        title: text('badge_title', text('fill_no_field')),
      });
    await page.close();
  });

  it('a page of the browser or of an extension gets a clear message, and no exception', async () => {
    const { browser } = journey;
    const address = browser.name === 'chromium' ? 'chrome://version/' : 'about:license';
    const page = await browser.open(address);
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).title).toContain(text('fill_no_access'));
    await page.close();
  });

  it('a page that changes the value is reported, and the password stays in the popup', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}reverting.html`);
    await browser.fillByRightClick(page, '#password');
    await expect.poll(async () => (await browser.badge(page)).title).toContain(text('fill_truncated', 8));
    const cut = await page.value('#password');
    expect(cut).toHaveLength(8);
    const popup = await browser.openPopup();
    const kept = await lastPassword(popup);
    expect(kept).toHaveLength(16);
    expect(kept.startsWith(cut)).toBe(true);
    await page.close();
  });
});
