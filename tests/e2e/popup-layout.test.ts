import { expect, it } from 'vitest';
import { BADGE } from './badge.ts';
import type { TestPage } from './browsers/types.ts';
import { keepBusy, openIsolated } from './busy-page.ts';
import { inEachBrowser } from './each-browser.ts';

/** The positions of everything in the popup that can be pressed. */
const positions = (popup: TestPage, names: readonly string[]) =>
  popup.evaluate(
    (names) =>
      names.map((css) => {
        const { left, top, right, bottom } = (
          document.querySelector(css) as HTMLElement
        ).getBoundingClientRect();
        return { css, left, top, right, bottom };
      }),
    names,
  );

inEachBrowser('the popup over a slow page', (journey) => {
  it('moves nothing that can be pressed when the survey of the page arrives', async () => {
    const { browser, pages } = journey;
    const page = await openIsolated(browser, pages, 'visible-text.html');
    await browser.pressCommand(page);
    await expect.poll(async () => (await browser.badge(page)).text).toBe(BADGE.filled);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#undo') !== null);

    const answer = await keepBusy(page, pages);
    await popup.evaluate(() => location.reload());
    await popup.waitFor(
      () => document.querySelector('[data-looking]') && document.querySelector('#last-password'),
    );
    const pressed = ['#copy', '#again', '.controls input', '#last-password button'];
    const before = await positions(popup, pressed);
    answer();
    await popup.waitFor(
      () => document.querySelector('#undo') && document.querySelector('#page-line details'),
    );
    expect(await popup.evaluate(() => document.querySelector('#fill') !== null)).toBe(true);
    expect(await positions(popup, pressed)).toEqual(before);
    await page.close();
  });
});

inEachBrowser('the popup', (journey) => {
  it.each(['password', 'passphrase', 'pin'])('of the kind %s shows every control whole', async (kind) => {
    const popup = await journey.browser.extensionPage('popup.html');
    await popup.waitFor((css) => document.querySelector(css) !== null, `#tab-${kind}`);
    await popup.click(`#tab-${kind}`);
    await popup.waitFor((css) => document.querySelector(css) !== null, `#tab-${kind}[aria-selected=true]`);
    await popup.setViewport(360, 600);
    const cutOff = await popup.evaluate(() => {
      document.querySelector('details.more')?.setAttribute('open', '');
      return [...document.querySelectorAll('main :is(input, select, button)')]
        .filter((control) => control.getBoundingClientRect().right > document.body.clientWidth)
        .map(({ outerHTML }) => outerHTML);
    });
    expect(cutOff).toEqual([]);
    await popup.close();
  });
});
