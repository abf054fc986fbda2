import { expect, it } from 'vitest';
import { BADGE } from './badge.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';

inEachBrowser('a page that never ends loading', (journey) => {
  it('is filled although an image and two frames in it get no response', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}login.html`);
    // `goto` would wait for the end of loading.
    await page.evaluate(() => void setTimeout(() => location.assign('/still-loading.html')));
    await page.waitFor(
      () => location.pathname === '/still-loading.html' && document.querySelectorAll('iframe').length === 2,
    );
    expect(await page.evaluate(() => document.readyState)).toBe('interactive');
    await browser.pressCommand(page);
    const [password, confirm] = await filled(page);
    expect(password).toHaveLength(16);
    expect(confirm).toBe(password);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector<HTMLButtonElement>('#fill')?.disabled === false);
    await page.close();
  });
});
