import { expect, it } from 'vitest';
import { text, textPattern } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import type { TestPage } from './browsers/types.ts';
import { keepBusy, openIsolated } from './busy-page.ts';
import { inEachBrowser } from './each-browser.ts';
import { lastPassword } from './last-password.ts';

declare const chrome: {
  action: { getUserSettings?(): Promise<{ isOnToolbar?: boolean }> };
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
};

const shown = (popup: TestPage) => popup.text('#password');
const waitForNote = (popup: TestPage, sentence: string) =>
  popup.waitFor((part) => document.querySelector('#note')?.textContent?.includes(part), sentence);

inEachBrowser('the first popup', (journey) => {
  it('says once that a pinned button shows results, where it is not pinned', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}no-form.html`);
    let popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#copy') !== null);
    const isOnToolbar = await popup.evaluate(
      async () => (await chrome.action.getUserSettings?.())?.isOnToolbar ?? true,
    );
    if (!isOnToolbar) await popup.waitFor(() => document.querySelector('#pin-hint') !== null);
    await popup.waitFor(
      async (due) => !due || 'pinHintShown' in (await chrome.storage.local.get('pinHintShown')),
      !isOnToolbar,
    );
    await browser.pressKey('Escape');
    popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#page-line')?.textContent);
    expect(await popup.evaluate(() => document.querySelector('#pin-hint'))).toBeNull();
    await page.close();
  });
});

inEachBrowser('the shown password', (journey) => {
  it('stays once it was copied, though the site’s rules come later, and one that fits is offered', async () => {
    const { browser, pages } = journey;
    const page = await openIsolated(browser, pages, 'visible-text.html');
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#fill') !== null);
    const answer = await keepBusy(page, pages);
    await popup.evaluate(() => location.reload());
    await popup.waitFor(() => document.querySelector('[data-looking] #copy:enabled') !== null);
    await popup.click('#copy');
    await waitForNote(popup, text('popup_copied'));
    const copied = await shown(popup);
    expect(copied).toHaveLength(16);
    const top = () => popup.evaluate(() => document.querySelector('.controls')?.getBoundingClientRect().top);
    const before = await top();
    answer();
    await popup.waitFor(() => document.querySelector('#use-fitting') !== null);
    expect(await shown(popup)).toBe(copied);
    expect(await top()).toBe(before);
    expect(await lastPassword(popup)).toBe(copied);
    await popup.click('#use-fitting');
    await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 12);
    expect(await browser.readClipboard()).toBe(copied);
    await page.close();
  });

  it.each([
    ['a click and the key', async (popup: TestPage) => popup.click('#password')],
    ['the keys for all of the popup', async () => journey.browser.pressKey('ctrl+a')],
  ])('is written down when it is copied by hand: %s', async (_, select) => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}no-form.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.activeElement?.id === 'copy');
    const password = await shown(popup);
    await select(popup);
    await popup.waitFor((whole) => getSelection()?.toString().includes(whole), password);
    await browser.pressKey('ctrl+c');
    await waitForNote(popup, text('popup_copied'));
    expect(await lastPassword(popup)).toBe(password);
    expect(await browser.readClipboard()).toBe(password);
    await page.close();
  });

  it('is filled at the second press if it is very weak, such as a PIN', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}signup.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#fill') !== null);
    await popup.click('#tab-pin');
    await popup.waitFor(() => /^\d{6}$/.test(document.querySelector('#password')?.textContent ?? ''));
    const pin = await shown(popup);
    await popup.click('#fill');
    await waitForNote(popup, text('popup_weak', text('strength_very_weak'), text('strength_bits', '19.9')));
    expect(await page.value('#password')).toBe('');
    expect(await popup.text('#fill')).toBe(text('popup_fill_anyway'));
    await popup.click('#fill');
    await page.waitFor((value) => document.querySelector<HTMLInputElement>('#confirm')?.value === value, pin);
    await browser.pressKey('Escape');

    // The tab of the popup does not decide what the key fills.
    await page.reload();
    await browser.pressCommand(page);
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#password')?.value.length === 16);
    await page.close();
  });
});

inEachBrowser('a fill by the key that fails', (journey) => {
  it('is told in the popup with its reason and time, until it was seen', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}no-form.html`);
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.problem);
    let popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#last-fill') !== null);
    expect(await popup.text('#last-fill')).toMatch(
      textPattern('last_fill_on', /localhost:\d+/, /.*\d+.\d\d.*/, text('fill_no_field')),
    );
    expect(await popup.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(600);
    await browser.pressKey('Escape');
    popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#page-line')?.textContent);
    expect(await popup.evaluate(() => document.querySelector('#last-fill'))).toBeNull();
    await page.close();
  });
});

inEachBrowser('options that are saved for a site', (journey) => {
  it('are those that fit: the page’s length, not the slider’s', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}visible-text.html`);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#password')?.textContent?.length === 12);
    await popup.click('details.more summary');
    await popup.click('#save-recipe');
    await waitForNote(popup, text('site_kept', 'localhost'));
    const stored = await popup.evaluate(async () =>
      JSON.stringify(await chrome.storage.local.get('site-recipes')),
    );
    expect(stored).toContain('minlength: 12; maxlength: 12;');
    await page.close();
  });
});
