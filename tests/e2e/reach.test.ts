import { expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { BADGE, endedBadge } from './badge.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';

/** Fills by the command and waits for the badge. */
async function fill(browser: TestBrowser, page: TestPage): Promise<{ text: string; title: string }> {
  await browser.pressCommand(page);
  return endedBadge(browser, page);
}

/** What the fields hold that are to be filled, and those that are not. */
const held = (page: TestPage) =>
  page.evaluate(() => {
    const valuesOf = (selector: string) =>
      [...document.querySelectorAll<HTMLInputElement>(selector)].map(({ value }) => value);
    return { wanted: valuesOf('#password, #confirm'), behind: valuesOf('.behind').join('') };
  });

inEachBrowser('a form that is not simply there', (journey) => {
  it.each([
    ['in a dialog that is scrolled down to its end', 'reach-scrolled-dialog.html'],
    ['in a modal dialog over another form', 'reach-modal.html'],
    ['below a collapsed panel with another form', 'reach-collapsed.html'],
    ['whose fields are read-only until they have the focus', 'reach-read-only.html'],
    ['whose confirm field is disabled until a moment after the password', 'reach-late-confirm.html'],
    ['whose confirm field is hidden until a moment after the password', 'reach-late-confirm.html?hidden'],
  ])('%s, is filled, and nothing else', async (_, name) => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}${name}`);
    expect((await fill(browser, page)).title).toBe(text('badge_title', text('fill_filled', 2)));
    const { wanted, behind } = await held(page);
    expect(wanted[0]).toHaveLength(16);
    expect(wanted[1]).toBe(wanted[0]);
    expect(behind).toBe('');
    await page.close();
  });

  it('is not filled behind a modal dialog that asks for the current password', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}reach-modal.html?login`);
    expect((await fill(browser, page)).title).toContain(text('fill_unlikely_form'));
    expect(await held(page)).toEqual({ wanted: ['', ''], behind: '' });
    await page.close();
  });

  it('gets nothing in fields that stay read-only', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}reach-read-only.html?never`);
    expect(await fill(browser, page)).toEqual({
      text: BADGE.problem,
      title: text('badge_title', text('fill_no_field')),
    });
    expect((await held(page)).wanted).toEqual(['', '']);
    await page.close();
  });

  it('is told to be filled in part if its confirm field stays disabled', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}reach-late-confirm.html?never`);
    expect(await fill(browser, page)).toEqual({
      text: BADGE.problem,
      title: text('badge_title', text('fill_confirm_empty')),
    });
    expect((await held(page)).wanted[0]).toHaveLength(16);
    await page.close();
  });

  it('is filled by a rule that comes with the focus, and the person’s focus is kept', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}reach-hint.html`);
    await page.click('#city');
    await fill(browser, page);
    const [password, confirm] = (await held(page)).wanted;
    expect(password).toMatch(/^[A-Za-z0-9]{9,11}$/);
    expect(confirm).toBe(password);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('city');
    await page.close();
  });

  it('is told not to accept the popup’s password if it states its rule only with the focus', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}reach-hint.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(
      (label) => document.querySelector('#fill')?.textContent === label,
      text('popup_fill', 2),
    );
    expect(await page.text('#hint')).toBe('');
    await popup.click('#fill');
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.problem);
    expect((await browser.badge(page)).title).toContain(text('fill_invalid_page'));
    await page.close();
  });
});
