import { expect, it } from 'vitest';
import { text, textPattern } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';
import { lastPassword } from './last-password.ts';

const badgeText = (browser: TestBrowser, page: TestPage) =>
  expect.poll(async () => (await browser.badge(page)).text);

/** Opens the popup, clicks its offer to allow a frame's site, and answers the browser's prompt. */
async function ask(browser: TestBrowser, answer: 'allow' | 'deny'): Promise<string> {
  const popup = await browser.openPopup();
  await popup.waitFor(() => document.querySelector('#foreign-frames button') !== null);
  const offer = await popup.text('#foreign-frames button');
  await popup.click('#foreign-frames button');
  await browser.answerPermissionPrompt(answer);
  // Chromium's prompt closes the popup. Firefox's leaves it open, and the popup shows the result.
  if (browser.name === 'firefox' && answer === 'allow')
    await popup.waitFor(
      (sentence) => document.querySelector('#note')?.textContent?.includes(sentence),
      text('fill_filled', 2),
    );
  return offer;
}

inEachBrowser('a form in a frame of the same site', (journey) => {
  it.each(['?srcdoc', '?sandbox=allow-same-origin allow-scripts', '?srcdoc&sandbox=allow-same-origin'])(
    'is filled, and the focus stays in the page around it: %s',
    async (kind) => {
      const { browser, pages } = journey;
      const page = await browser.open(`${pages.url}frames.html${kind}`);
      await page.waitFor(
        () => document.querySelector('iframe')?.contentDocument?.querySelector('#confirm') != null,
      );
      await page.click('#note');
      await browser.pressCommand(page);
      await badgeText(browser, page).toBe(BADGE.filled);
      const inner = await page.evaluate(() => {
        const frame = document.querySelector('iframe')?.contentDocument;
        return ['password', 'confirm'].map((id) => frame?.querySelector<HTMLInputElement>(`#${id}`)?.value);
      });
      expect(inner[0]).toHaveLength(16);
      expect(inner[1]).toBe(inner[0]);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('note');
      await page.close();
    },
  );

  it.each(['?sandbox=allow-scripts', '?srcdoc&sandbox=allow-scripts'])(
    'is filled without an origin of its own, in Firefox once that is allowed: %s',
    async (kind) => {
      const { browser, pages } = journey;
      const page = await browser.open(`${pages.url}frames.html${kind}`);
      const frame = await page.frame('#frame');
      await frame.waitFor(() => document.querySelector('#confirm') !== null);
      const isFirst = kind.startsWith('?sandbox');
      if (browser.name === 'firefox' && isFirst) {
        await browser.pressCommand(page);
        await expect.poll(async () => (await browser.badge(page)).title).toContain('localhost');
        expect(await ask(browser, 'allow')).toBe(text('popup_allow_frame', new URL(pages.url).host));
      } else {
        await browser.pressCommand(page);
      }
      const [password, confirm] = await filled(frame);
      expect(password).not.toBe('');
      expect(confirm).toBe(password);
      await page.close();
    },
  );
});

inEachBrowser('a form in a frame of another site', (journey) => {
  const frameOf = async (page: TestPage) => {
    const frame = await page.frame('#frame');
    await frame.waitFor(() => document.querySelector('#confirm') !== null);
    return frame;
  };

  it('is not filled by the command, whose outcome shows where to allow it', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}foreign-frame.html`);
    const frame = await frameOf(page);
    await browser.pressCommand(page);
    await expect
      .poll(async () => (await browser.badge(page)).title)
      .toMatch(textPattern('fill_foreign_frame', /127\.0\.0\.1:\d+/));
    expect(await frame.value('#password')).toBe('');
    await page.close();
  });

  it('is not filled by a right-click in it, either', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}foreign-frame.html`);
    const frame = await frameOf(page);
    await browser.fillByRightClick(page, { frame: '#frame', selector: '#password' });
    await expect
      .poll(async () => (await browser.badge(page)).title)
      .toMatch(textPattern('fill_foreign_frame', /127\.0\.0\.1:\d+/));
    expect(await frame.value('#password')).toBe('');
    await page.close();
  });

  it('is not filled if the person declines, and the popup shows what to do', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}foreign-frame.html`);
    const frame = await frameOf(page);
    const host = `127.0.0.1:${new URL(pages.url).port}`;
    expect(await ask(browser, 'deny')).toBe(text('popup_allow_frame', host));
    expect(await frame.value('#password')).toBe('');
    const popup = await browser.openPopup();
    await popup.waitFor(
      (sentence) => document.querySelector('#foreign-frames')?.textContent?.includes(sentence),
      text('popup_frame_declined', host),
    );
    await page.close();
  });

  it('is filled once the person allows that one site, with the password of the popup', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}foreign-frame.html`);
    const frame = await frameOf(page);
    await ask(browser, 'allow');
    const [password, confirm] = await filled(frame);
    expect(confirm).toBe(password);
    expect(await frame.value('#card')).toBe('');
    await badgeText(browser, page).toBe(BADGE.filled);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#last-password button') !== null);
    expect(await popup.text('#last-password p')).toMatch(
      textPattern('last_filled', /127\.0\.0\.1:\d+/, /.+/),
    );
    expect(await lastPassword(popup)).toBe(password);
    await page.close();
  });

  it('is filled by the command from then on', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}foreign-frame.html`);
    const frame = await frameOf(page);
    await browser.pressCommand(page);
    const [password, confirm] = await filled(frame);
    expect(password).toHaveLength(16);
    expect(confirm).toBe(password);
    await page.close();
  });
});
