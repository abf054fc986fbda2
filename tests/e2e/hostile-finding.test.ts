import { expect, it } from 'vitest';
import { text } from '../support/locale.ts';
import { endedBadge } from './badge.ts';
import type { TestBrowser, TestPage } from './browsers/types.ts';
import { inEachBrowser } from './each-browser.ts';

/** What `pages/hostile.js` puts on the window for the tests. */
interface Hostile {
  hide(): void;
  hostile: { ready: boolean; values(): string[]; strayed(): number };
}

/** The longest time that a fill may take on a busy computer, in milliseconds. */
const PATIENT_MS = 40_000;

/** Fills by the command and returns the text of the badge. */
async function fill(
  browser: TestBrowser,
  page: TestPage,
  gesture = () => browser.pressCommand(page),
): Promise<string> {
  await gesture();
  const started = Date.now();
  const { title } = await endedBadge(browser, page, PATIENT_MS);
  expect(Date.now() - started).toBeLessThan(PATIENT_MS);
  return title;
}

const held = (page: TestPage) =>
  page.evaluate(() => {
    const { hostile } = window as unknown as Hostile;
    return { values: hostile.values(), strayed: hostile.strayed() };
  });

/** Fills the page: both new-password fields get the same password, and no other field changes. */
async function expectFilled(browser: TestBrowser, page: TestPage): Promise<void> {
  expect(await fill(browser, page)).toContain(text('fill_filled', 2));
  const { values, strayed } = await held(page);
  expect(values[0]).toHaveLength(16);
  expect(values).toEqual([values[0], values[0]]);
  expect(strayed).toBe(0);
}

/** Firefox loads no frame that is nested deeper than ten levels. */
const DEEPEST_FRAME = { chromium: 30, firefox: 9 };

inEachBrowser('on a page that makes finding hard', (journey) => {
  it.each([
    ['5,000 forms', 'forms'],
    ['100,000 elements', 'nodes'],
    ['1,000 shadow roots, one in the other, closed ones among them', 'shadows'],
    ['a megabyte in every attribute', 'attributes'],
    ['text from right to left with unseen characters', 'text'],
  ])('with %s fills the right fields, and no other', async (_, name) => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-${name}.html`);
    await expectFilled(browser, page);
    await page.close();
  });

  it('fills the right fields, and no other, if names hide the properties of forms and documents', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-clobbering.html`);
    await page.evaluate(() => (window as unknown as Hostile).hide());
    await expectFilled(browser, page);
    await page.close();
  });

  it('fills the innermost of frames nested as deeply as possible', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-frames.html?${DEEPEST_FRAME[browser.name]}`);
    await page.waitFor(() => (window as unknown as Hostile).hostile.ready);
    await expectFilled(browser, page);
    await page.close();
  });

  it('fills nothing among 10,000 fields for the current password', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-fields.html`);
    expect(await fill(browser, page)).toContain(text('fill_no_field'));
    expect(await held(page)).toEqual({ values: [], strayed: 0 });
    await page.close();
  });

  it('finds the right-clicked one of 5,000 forms however late it comes', async () => {
    const { browser, pages } = journey;
    const page = await browser.open(`${pages.url}hostile-forms.html`);
    await page.evaluate(() => document.querySelector('[name=user4990]')?.scrollIntoView());
    const gesture = () => browser.fillByRightClick(page, '[name=password4990]');
    expect(await fill(browser, page, gesture)).toContain(text('fill_filled', 1));
    expect(await page.value('[name=password4990]')).toHaveLength(16);
    expect(await held(page)).toEqual({ values: ['', ''], strayed: 1 });
    await page.close();
  });
});
