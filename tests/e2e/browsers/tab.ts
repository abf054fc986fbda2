import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../../../scripts/browsers/until.ts';
import type { Desktop } from './desktop.ts';
import { contentOf, DocumentView, InnerFrame } from './frame.ts';
import { cornerOf, middleOf, type Point } from './locate.ts';
import type { Target, TestFrame, TestPage } from './types.ts';

/** What a tab needs from its browser, because browsers differ in it. */
export interface TabHost {
  /** `undefined` in a headless browser. */
  readonly desktop: Desktop | undefined;
  /** Brings the tab to the front and focuses its page. */
  activate(page: Page): Promise<void>;
  /** The position of the page's top left corner on the screen. */
  cornerOnScreen(page: Page): Promise<Point>;
  load(page: Page, url: string): Promise<void>;
  setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;
}

/** A tab, or Chromium's popup, driven through puppeteer and by real gestures. */
export class Tab extends DocumentView implements TestPage {
  readonly page: Page;
  readonly #host: TabHost;
  /** A popup is always in front. Bringing it to the front through the browser would close it. */
  readonly #isPopup: boolean;

  constructor(page: Page, host: TabHost, isPopup = false) {
    super();
    this.page = page;
    this.#host = host;
    this.#isPopup = isPopup;
  }

  override evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.page.evaluate(run as (...args: unknown[]) => R, ...args);
  }

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  async frame(selector: string): Promise<TestFrame> {
    const element = await until(`the frame ${selector}`, () => this.page.$(selector));
    const frame = new InnerFrame(await contentOf(element));
    await frame.waitFor(() => document.readyState === 'complete');
    return frame;
  }

  /** The centre of the element, relative to the page's top left corner. */
  async locate(target: Target): Promise<Point> {
    if (typeof target === 'string') return middleOf(this, target);
    const corner = await cornerOf(this, target.frame);
    const inner = await middleOf((await this.frame(target.frame)) as InnerFrame, target.selector);
    return { x: corner.x + inner.x, y: corner.y + inner.y };
  }

  /** Moves the real mouse to the element and clicks. */
  async clickOnScreen(desktop: Desktop, target: Target, button: 1 | 3): Promise<void> {
    await this.bringToFront();
    const point = await this.locate(target);
    const corner = await this.#host.cornerOnScreen(this.page);
    await desktop.click({ x: corner.x + point.x, y: corner.y + point.y }, button);
  }

  async click(target: Target): Promise<void> {
    const { desktop } = this.#host;
    if (desktop) return this.clickOnScreen(desktop, target, 1);
    const { x, y } = await this.locate(target);
    await this.page.mouse.click(x, y);
  }

  async fillText(target: Target, text: string): Promise<void> {
    const { desktop } = this.#host;
    await this.click(target);
    const place = typeof target === 'string' ? this : await this.frame(target.frame);
    const selector = typeof target === 'string' ? target : target.selector;
    await place.waitFor((css) => document.activeElement === document.querySelector(css), selector);
    await place.evaluate((css) => document.querySelector<HTMLInputElement>(css)?.select(), selector);
    if (desktop) await desktop.press('BackSpace');
    else await this.page.keyboard.press('Backspace');
    if (desktop) await desktop.type(text);
    else await this.page.keyboard.type(text);
    await place.waitFor(
      (css, expected) => document.querySelector<HTMLInputElement>(css)?.value === expected,
      selector,
      text,
    );
  }

  async chooseFile(selector: string, file: string): Promise<void> {
    const input = await until(`the field ${selector}`, () => this.page.$(selector));
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  }

  async bringToFront(): Promise<void> {
    if (!this.#isPopup) await this.#host.activate(this.page);
  }

  async reload(): Promise<void> {
    await this.goto(await this.url());
  }

  async goto(url: string): Promise<void> {
    await this.#host.load(this.page, url);
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file as `${string}.png` });
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.page.setViewport({ width, height });
  }

  async setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.#host.setColorScheme(this.page, scheme);
    await this.waitFor((expected) => matchMedia(`(prefers-color-scheme: ${expected})`).matches, scheme);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
