import { expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';

declare const chrome: {
  alarms: {
    create(name: string, when: { when: number }): Promise<void>;
    get(name: string): Promise<unknown>;
  };
  storage: { local: { set(items: Record<string, unknown>): Promise<void> } };
};

const CLEAR_ALARM = 'clear-clipboard';

/** Opens the popup over a page, copies, and returns the popup with the password that it showed. */
async function copyFromPopup(
  browser: TestBrowser,
  trigger: 'click' | 'Enter',
): Promise<{ popup: TestPage; shown: string }> {
  const popup = await browser.openPopup();
  await popup.waitFor(() => document.activeElement?.id === 'copy');
  const shown = await popup.text('#password');
  if (trigger === 'click') await popup.click('#copy');
  else await browser.pressKey('Return');
  await popup.waitFor(
    (sentences) =>
      sentences.some((sentence) => document.querySelector('#note')?.textContent?.includes(sentence)),
    [text('popup_copied'), text('clear_scheduled', 60)],
  );
  return { popup, shown };
}

/** Fires the alarm now instead of in a minute, and waits until it has run. */
async function alarmNow(extensionPage: TestPage): Promise<void> {
  await extensionPage.evaluate((name) => chrome.alarms.create(name, { when: Date.now() }), CLEAR_ALARM);
  await extensionPage.waitFor(async (name) => !(await chrome.alarms.get(name)), CLEAR_ALARM);
}

inEachBrowser('copying', (journey) => {
  it.each(['Enter', 'click'] as const)('by %s puts the shown password on the clipboard', async (trigger) => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}no-form.html`);
    const { shown } = await copyFromPopup(browser, trigger);
    expect(shown).toHaveLength(16);
    expect(await browser.readClipboard()).toBe(shown);
    await page.close();
  });

  it('is remembered in the popup after it closed', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}no-form.html`);
    const { shown } = await copyFromPopup(browser, 'Enter');
    await browser.writeClipboard('something else');
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#last-password button') !== null);
    await popup.click('#last-password button');
    await popup.waitFor(() => document.querySelector('#last-password code') !== null);
    expect(await popup.text('#last-password code')).toBe(shown);
    await page.close();
  });

  it('requests the clipboard only when clearing is accepted; a refusal changes nothing', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}no-form.html`);
    const { popup, shown } = await copyFromPopup(browser, 'Enter');
    await popup.click('#clear-accept');
    await browser.answerPermissionPrompt('deny');
    expect(await browser.readClipboard()).toBe(shown);
    await page.close();
  });

  it('is cleared in time once allowed, though the popup has closed, and only if it is still there', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}no-form.html`);
    const { popup, shown: first } = await copyFromPopup(browser, 'Enter');
    await popup.click('#clear-accept');
    await browser.answerPermissionPrompt('allow');
    expect(await browser.readClipboard()).toBe(first);

    const options = await browser.extensionPage('options.html');
    await options.waitFor(async (name) => Boolean(await chrome.alarms.get(name)), CLEAR_ALARM);
    await browser.writeClipboard('a shopping list');
    await alarmNow(options);
    expect(await browser.readClipboard()).toBe('a shopping list');

    await page.bringToFront();
    const { shown: second } = await copyFromPopup(browser, 'Enter');
    expect(await browser.readClipboard()).toBe(second);
    await browser.stopBackground();
    await options.bringToFront();
    await alarmNow(options);
    await expect.poll(() => browser.readClipboard(), { timeout: 20_000 }).toBe('');
    await options.close();
    await page.close();
  });
});
