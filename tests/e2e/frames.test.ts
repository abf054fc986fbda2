import { expect, it } from 'vitest';
import { text, textPattern } from '../support/locale.ts';
import { BADGE } from './badge.ts';
import type { TestBrowser, TestFrame, TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';
import { filled } from './filled.ts';
import { lastPassword } from './last-password.ts';

const badgeText = (browser: TestBrowser, page: TestPage) =>
  expect.poll(async () => (await browser.badge(page)).text);

declare const chrome: {
  readonly storage: { readonly session: { get(key: string): Promise<Record<string, unknown>> } };
};

/** Waits until no fill is stored that waits for a permission. */
const noPendingFill = (ownPage: TestPage) =>
  ownPage.waitFor(async () => {
    const { frameAsk } = await chrome.storage.session.get('frameAsk');
    return !JSON.stringify(frameAsk ?? '').includes('password');
  });

/** Opens the popup, clicks its offer to allow a frame's site, and answers the browser's prompt. */
async function ask(browser: TestBrowser, answer: 'allow' | 'deny'): Promise<string> {
  const popup = await browser.openPopup();
  await popup.waitFor(() => document.querySelector('#foreign-frames button') !== null);
  const offer = await popup.text('#foreign-frames button');
  await popup.click('#foreign-frames button');
  await browser.answerPermissionPrompt(answer);
  // Chromium's prompt closes the popup. Firefox's leaves it open, and the popup shows the result.
  if (browser.name === 'firefox')
    await popup.waitFor(
      (sentence) => document.body.textContent?.includes(sentence),
      answer === 'allow' ? text('fill_filled', 2) : text('popup_frame_declined', hostIn(offer)),
    );
  return offer;
}

/** The host in the label of the offer. */
const hostIn = (offer: string) => offer.replace(text('popup_allow_frame', ''), '');

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
});

inEachBrowser('a form in a frame without an origin', (journey) => {
  /** Opens the page and waits for its frame. */
  const open = async (path: string) => {
    const page = await journey.browser.open(journey.pages.url + path);
    const frame = await page.frame('#frame');
    await frame.waitFor(() => document.querySelector('input') !== null);
    return { page, frame };
  };
  const badgeTitle = (page: TestPage) => expect.poll(async () => (await journey.browser.badge(page)).title);
  const fieldsOf = async (frame: TestFrame) => [
    await frame.value('#password'),
    await frame.value('#confirm'),
  ];
  const EMPTY = ['', ''];

  const KINDS = ['frames.html?sandbox=allow-scripts', 'opaque-frame.html?srcdoc', 'opaque-frame.html?data'];

  it.each(KINDS)('is not filled by a right-click in it: %s', async (path) => {
    const { page, frame } = await open(path);
    await journey.browser.fillByRightClick(page, { frame: '#frame', selector: '#password' });
    await badgeTitle(page).toContain(text('fill_opaque_frame'));
    expect(await fieldsOf(frame)).toEqual(EMPTY);
    await page.close();
  });

  it.each(KINDS)('is not filled by the command with the focus in it, and no other is: %s', async (path) => {
    const { page, frame } = await open(path);
    await page.click({ frame: '#frame', selector: '#password' });
    await journey.browser.pressCommand(page);
    await badgeTitle(page).toContain(text('fill_opaque_frame'));
    expect(await fieldsOf(frame)).toEqual(EMPTY);
    if (path.startsWith('opaque')) expect(await fieldsOf(page)).toEqual(EMPTY);
    await page.close();
  });

  it('is not filled if the page has no other, and the popup says so and offers nothing', async () => {
    const { browser } = journey;
    const { page, frame } = await open('frames.html?sandbox=allow-scripts');
    await browser.pressCommand(page);
    await badgeTitle(page).toContain(text('fill_opaque_frame'));
    const popup = await browser.openPopup();
    await popup.waitFor(
      (sentence) => document.querySelector('#page-line')?.textContent === sentence,
      text('fill_opaque_frame'),
    );
    expect(await popup.evaluate(() => document.querySelector('#fill, #foreign-frames'))).toBeNull();
    expect(await fieldsOf(frame)).toEqual(EMPTY);
    await page.close();
  });

  it.each(['?srcdoc', '?data'])(
    'does not get the password that the popup shows for the page, which does: %s',
    async (kind) => {
      const { browser, pages } = journey;
      const { page, frame } = await open(`opaque-frame.html${kind}`);
      await page.click({ frame: '#frame', selector: '#password' });
      const popup = await browser.openPopup();
      await popup.waitFor(
        (sentence) => document.querySelector('#page-line')?.textContent === sentence,
        text('popup_opaque_focus', new URL(pages.url).host),
      );
      const shown = await popup.text('#password');
      await popup.click('#fill');
      expect(await filled(page)).toEqual([shown, shown]);
      expect(await fieldsOf(frame)).toEqual(EMPTY);
      await page.close();
    },
  );

  it('does not keep the page’s form from being filled if it only grabs the focus and can be seen into', async () => {
    const { browser } = journey;
    const { page } = await open('opaque-frame.html?srcdoc&advert');
    await page.click({ frame: '#frame', selector: '#advert' });
    await browser.pressCommand(page);
    if (browser.name === 'chromium') {
      const [password, confirm] = await filled(page);
      expect(confirm).toBe(password);
    } else {
      // Firefox does not open the frame to the extension, so it could be the form that the person is in.
      await badgeTitle(page).toContain(text('fill_opaque_frame'));
      expect(await fieldsOf(page)).toEqual(EMPTY);
    }
    await page.close();
  });
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
    // Firefox's popup has shown it already. Chromium tells of no denial, so the next popup does.
    const popup = await browser.openPopup();
    if (browser.name === 'chromium')
      await popup.waitFor(
        (sentence) => document.querySelector('#foreign-frames')?.textContent?.includes(sentence),
        text('popup_frame_declined', host),
      );
    await noPendingFill(popup);
    await page.close();
  });

  it('is forgotten if the person declines and the tab goes on to another page', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}foreign-frame.html`);
    await frameOf(page);
    await ask(browser, 'deny');
    await page.goto(`${pages.url}login.html`);
    const options = await browser.extensionPage('options.html');
    await noPendingFill(options);
    await options.close();
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
