import { expect, it } from 'vitest';
import { BADGE, endedBadge } from './badge.ts';
import { inEachBrowser } from './each-browser.ts';

interface ShadowPage {
  /** The values in the nested ones. */
  fields(): string[];
  /** A closed root. */
  root: ShadowRoot;
}

inEachBrowser('a form in shadow roots', (journey) => {
  it('is filled where they are nested, and the focus stays in a closed one', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}nested-shadow.html`);
    await page.evaluate(() => (window as unknown as ShadowPage).root.getElementById('query')?.focus());
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    const [password, confirm] = await page.evaluate(() => (window as unknown as ShadowPage).fields());
    expect(password).toHaveLength(16);
    expect(confirm).toBe(password);
    const focus = await page.evaluate(() => (window as unknown as ShadowPage).root.activeElement?.id);
    expect(focus).toBe('query');
    await page.close();
  });

  it('is filled where it is closed, and the focus in it is kept', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}closed-shadow.html`);
    await page.evaluate(() => (window as unknown as ShadowPage).root.getElementById('email')?.focus());
    await browser.pressCommand(page);
    expect((await endedBadge(browser, page)).text).toBe(BADGE.filled);
    const { values, focus } = await page.evaluate(() => {
      const { root } = window as unknown as ShadowPage;
      const values = ['password', 'confirm'].map(
        (id) => root.querySelector<HTMLInputElement>(`#${id}`)?.value,
      );
      return { values, focus: root.activeElement?.id };
    });
    expect(values[0]).toHaveLength(16);
    expect(values[1]).toBe(values[0]);
    expect(focus).toBe('email');
    await page.close();
  });
});
