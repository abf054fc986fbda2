import { expect, it } from 'vitest';
import { FRAMEWORK_PAGES } from '../support/framework-pages.ts';
import { BADGE } from './badge.ts';
import { inEachBrowser } from './each-browser.ts';

/**
 * Returns the framework's state as the page shows it, and the values of its fields. Lit's are in a shadow
 * root.
 */
function look() {
  const root = document.querySelector('#app > *')?.shadowRoot ?? document;
  const text = (id: string) => root.getElementById(id)?.textContent?.trim();
  const value = (id: string) => (root.getElementById(id) as HTMLInputElement | null)?.value;
  return {
    fields: [value('password'), value('confirm')],
    length: text('length'),
    matches: text('matches'),
    sent: text('sent'),
  };
}

inEachBrowser('a form of', (journey) => {
  it.each(Object.keys(FRAMEWORK_PAGES))('%s sends the value that it shows', async (framework) => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}${framework}.html`);
    await page.waitFor(
      () => (document.querySelector('#app > *')?.shadowRoot ?? document).getElementById('confirm') !== null,
    );
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    const { fields, ...state } = await page.evaluate(look);
    expect(fields[0]).toHaveLength(16);
    expect(fields[1]).toBe(fields[0]);
    expect(state).toMatchObject({ length: '16', matches: 'yes', sent: '' });
    await page.evaluate(() => {
      const root = document.querySelector('#app > *')?.shadowRoot ?? document;
      root.getElementById('submit')?.click();
    });
    await page.waitFor(
      () =>
        (document.querySelector('#app > *')?.shadowRoot ?? document).getElementById('sent')?.textContent !==
        '',
    );
    expect((await page.evaluate(look)).sent).toBe(fields[0]);
    await page.close();
  });
});
