import { expect, it } from 'vitest';
import { text, textPattern } from '../support/locale.ts';
import { endedBadge } from './badge.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';

/** What some of the pages put on their window for the tests. */
interface Hostile {
  called: string[];
  eventCount: number;
  seen: number;
  standing: boolean;
  values(): string[];
  read(): {
    seen: { what: string; target: string; text: string }[];
    same: { globals: boolean; html: boolean };
    resources: string;
  };
}

/** The longest time that a fill may take on a page that never settles, in milliseconds. */
const PATIENT_MS = 14_000;

/** Fills, by default with the command, waits for the badge and returns its text. */
async function fill(
  browser: TestBrowser,
  page: TestPage,
  gesture = () => browser.pressCommand(page),
): Promise<string> {
  await gesture();
  const started = Date.now();
  const { title } = await endedBadge(browser, page);
  expect(Date.now() - started).toBeLessThan(PATIENT_MS);
  return title;
}

inEachBrowser('a hostile page', (journey) => {
  it('that replaces every prototype and setter is filled, and none of them is called', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-prototypes.html`);
    expect(await fill(browser, page)).toContain(text('fill_filled', 2));
    const [password, confirm] = await page.evaluate(() => (window as unknown as Hostile).values());
    expect(password).toHaveLength(16);
    expect(confirm).toBe(password);
    expect(await page.evaluate(() => (window as unknown as Hostile).called)).toEqual([]);
    await page.close();
  });

  it('whose listeners throw, prevent and stop everything is filled', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-listeners.html`);
    // Uses the menu, because in Firefox a page can swallow the keys of a command.
    const rightClick = () => browser.fillByRightClick(page, '#password');
    expect(await fill(browser, page, rightClick)).toContain(text('fill_filled', 2));
    const password = await page.value('#password');
    expect(password).toHaveLength(16);
    expect(await page.value('#confirm')).toBe(password);
    expect(await page.evaluate(() => (window as unknown as Hostile).eventCount)).toBeGreaterThan(8);
    await page.close();
  });

  it('that empties its fields for ever is reported in bounded time', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-reverting.html`);
    expect(await fill(browser, page)).toContain(text('fill_cleared'));
    await page.close();
  });

  it('that renders its fields again for ever gets few passwords, and is reported in bounded time', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-recreating.html`);
    expect(await fill(browser, page)).toContain(text('fill_removed'));
    expect(await page.evaluate(() => (window as unknown as Hostile).seen)).toBeLessThanOrEqual(6);
    await page.close();
  });

  it('that removes its whole frame during a fill is reported in bounded time', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-vanishing.html`);
    await page.waitFor(
      () => document.querySelector('iframe')?.contentDocument?.querySelector('#confirm') != null,
    );
    expect(await fill(browser, page)).toContain(text('fill_moved'));
    expect(await page.evaluate(() => document.querySelector('iframe') === null)).toBe(true);
    await page.close();
  });

  it.each([
    'focus=show',
    'focus=move',
    'keydown=hide',
    'keypress=adopt',
    'beforeinput=show',
    'beforeinput=move',
    'beforeinput=cover',
  ])('that changes the field right before the value gets no password: %s', async (trick) => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-moving.html?${trick}`);
    expect(await fill(browser, page)).toContain(text('fill_field_changed'));
    const values = await page.evaluate(() => (window as unknown as Hostile).values());
    expect(values.filter(Boolean)).toEqual([]);
    await page.close();
  });

  it.each(['?unseen', '?seen'])('that moves the focus at a right-click: %s', async (kind) => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-refocusing.html${kind}`);
    await fill(browser, page, () => browser.fillByRightClick(page, '#password'));
    // Chromium does not say which element was clicked, so the focus has to do, if it can be seen.
    const isDeceived = browser.name === 'chromium' && kind === '?seen';
    expect((await page.value('#trapped')) !== '').toBe(isDeceived);
    expect((await page.value('#password')) !== '').toBe(!isDeceived);
    await page.close();
  });

  it('that has forms and frames with the extension’s names is filled', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-names.html`);
    await page.waitFor(() => document.readyState === 'complete');
    expect(await fill(browser, page)).toContain(text('fill_filled', 2));
    expect(await page.value('#password')).toHaveLength(16);
    await page.close();
  });

  it('that navigates to another site during a fill takes nothing there', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-leaving.html`);
    await browser.pressCommand(page);
    await page.waitFor(() => location.search === '?arrived' && document.readyState === 'complete');
    await page.waitFor(() => document.querySelector('#events') !== null);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector('#last-password') !== null);
    expect(await popup.text('#last-password p')).toMatch(textPattern('last_unfilled', /.+/, /.+/));
    expect(await page.url()).toContain('//127.0.0.1:');
    expect([await page.value('#password'), await page.value('#confirm')]).toEqual(['', '']);
    expect(await page.text('#events')).toBe('');
    await page.close();
  });

  it('that reads everything sees the value in the filled fields, and nothing of the extension', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-reading.html`);
    await page.waitFor(() => (window as unknown as Hostile).standing);
    expect(await fill(browser, page)).toContain(text('fill_filled', 2));
    const password = await page.value('#password');
    const { seen, same, resources } = await page.evaluate(() => (window as unknown as Hostile).read());
    expect(seen.filter(({ what }) => what === 'input')).toHaveLength(2);
    expect(same).toEqual({ globals: true, html: true });
    const events = seen.filter(({ what }) => what === 'beforeinput' || what === 'input');
    expect(new Set(events.map(({ what }) => what))).toEqual(new Set(['beforeinput', 'input']));
    for (const { what, text } of events) {
      // The comparisons print no password when they fail.
      expect(text.includes(what === 'input' ? `data: ${password}` : password)).toBe(false);
    }
    const withValue = seen.filter(({ text }) => text.includes(password));
    expect(new Set(withValue.map(({ target }) => target))).toEqual(new Set(['password', 'confirm']));
    expect(seen.filter(({ what }) => what.startsWith('mutation') || what === 'message')).toEqual([]);
    const everything = JSON.stringify(seen) + resources;
    expect(everything).not.toMatch(/-extension:|passmint|fill\.js/i);
    await page.close();
  });
});
