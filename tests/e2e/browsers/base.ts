import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { FILL_COMMAND } from '../../../lib/platform/command-id.ts';
import { type Launched, launchBrowser } from '../../../scripts/browsers/launch.ts';
import { patchedCopy, popupPath, readManifest } from '../../../scripts/browsers/manifest.ts';
import { until } from '../../../scripts/browsers/until.ts';
import { ensureBrowsers } from '../../../scripts/browsers.ts';
import { Desktop } from './desktop.ts';
import { chordOf } from './keys.ts';
import type { Point } from './locate.ts';
import { copyText, pasteText } from './scratch.ts';
import { Tab, type TabHost } from './tab.ts';
import type { Target, TestBrowser, TestLaunch, TestPage } from './types.ts';

/** A started browser, and how to clean up after it. */
export interface Started {
  readonly launched: Launched;
  readonly desktop: Desktop | undefined;
  /** The installed build: the given one, or a patched copy of it. */
  readonly extension: string;
  readonly version: string;
  cleanUp(): Promise<void>;
}

/** Starts a display and a browser with the extension on it. */
export async function start(name: 'chromium' | 'firefox', options: TestLaunch): Promise<Started> {
  const [browser] = ensureBrowsers([name]);
  if (!browser) throw new Error(`${name} not found.`);
  const { headless = false, locale, manifestPatch, localHosts, profile } = options;
  const extension = manifestPatch ? patchedCopy(options.extension, manifestPatch) : options.extension;
  const desktop = headless ? undefined : await Desktop.start();
  const display = desktop?.display;
  const launched = await launchBrowser({
    ...{ browser, extension, headless, display, locale, localHosts, profile },
    forTests: true,
  });
  const cleanUp = async () => {
    await launched.close();
    await desktop?.close();
    if (extension !== options.extension) rmSync(extension, { recursive: true, force: true });
  };
  await desktop?.focus(name);
  return { launched, desktop, extension, version: await launched.driver.version(), cleanUp };
}

/** What both browsers do in the same way. */
export abstract class BaseBrowser implements TestBrowser, TabHost {
  abstract readonly name: 'chromium' | 'firefox';
  readonly version: string;
  readonly extensionUrl: string;
  readonly extensionId: string;
  readonly profile: string;
  readonly desktop: Desktop | undefined;
  protected readonly launched: Launched;
  protected readonly extension: string;
  readonly #cleanUp: () => Promise<void>;
  /** The ids of the windows on the screen, once a private one was opened. */
  #windows: { readonly ordinary: string; readonly ofPrivate: Map<Page, string> } | undefined;

  constructor(started: Started) {
    this.launched = started.launched;
    this.desktop = started.desktop;
    this.extension = started.extension;
    this.version = started.version;
    this.extensionUrl = started.launched.extensionUrl;
    this.extensionId = started.launched.extensionId;
    this.profile = started.launched.profile;
    this.#cleanUp = started.cleanUp;
  }

  abstract activate(page: Page): Promise<void>;
  abstract cornerOnScreen(page: Page): Promise<Point>;
  abstract load(page: Page, url: string): Promise<void>;
  abstract setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  abstract openPopup(over?: TestPage): Promise<TestPage>;
  abstract popupIsOpen(): Promise<boolean>;
  abstract answerPermissionPrompt(answer: 'allow' | 'deny'): Promise<void>;
  abstract stopBackground(): Promise<void>;
  abstract backgroundIsRunning(): Promise<boolean>;
  abstract badge(page: TestPage): Promise<{ text: string; title: string }>;
  abstract problems(): Promise<string[]>;
  abstract installOther(folder: string): Promise<string>;
  /** Opens a URL in a new private window, and returns its page. */
  protected abstract openPrivatePage(url: string): Promise<Page>;
  /** Chooses the extension's item in the context menu that `rightClick` opens over the page. */
  protected abstract chooseMenuItem(page: TestPage, rightClick: () => Promise<void>): Promise<void>;
  /** Triggers a command without a keyboard. */
  protected abstract triggerCommandHeadless(page: Page, keys: string, command: string): Promise<void>;

  /** The display, for gestures that need a real one. */
  protected get gestures(): Desktop {
    if (!this.desktop)
      throw new Error('A headless browser has no real keys, mouse, menus, prompts or clipboard.');
    return this.desktop;
  }

  protected get popupUrl(): string {
    return this.extensionUrl + popupPath(this.extension);
  }

  async open(url: string): Promise<TestPage> {
    const tab = new Tab(await this.launched.driver.newPage(), this);
    await tab.bringToFront();
    await tab.goto(url);
    await tab.bringToFront();
    return tab;
  }

  async openPrivate(url: string): Promise<TestPage> {
    const ordinary = await this.gestures.topWindow(this.name);
    const page = await this.openPrivatePage(url);
    const window = await until('the private window', async () => {
      const top = await this.gestures.topWindow(this.name);
      return top === ordinary ? undefined : top;
    });
    this.#windows ??= { ordinary, ofPrivate: new Map() };
    this.#windows.ofPrivate.set(page, window);
    const tab = new Tab(page, this);
    await tab.waitFor(() => document.readyState === 'complete');
    await tab.bringToFront();
    return tab;
  }

  /** Brings the window of a page to the front, once there is more than one. */
  protected async raiseWindowOf(page: Page): Promise<void> {
    if (!this.#windows) return;
    await this.gestures.raise(this.#windows.ofPrivate.get(page) ?? this.#windows.ordinary);
  }

  /** Whether a page is in a private window. */
  protected isPrivate(page: TestPage): boolean {
    return this.#windows?.ofPrivate.has((page as Tab).page) ?? false;
  }

  extensionPage(path: string): Promise<TestPage> {
    return this.open(this.extensionUrl + path);
  }

  async waitForPage(urlPart: string): Promise<TestPage> {
    const page = await until(`a page with ${urlPart} in its address`, async () => {
      for (const candidate of await this.launched.driver.pages()) {
        const url = await candidate.evaluate(() => location.href).catch(() => '');
        if (url.includes(urlPart)) return candidate;
      }
      return undefined;
    });
    const tab = new Tab(page, this);
    await tab.waitFor(() => document.readyState === 'complete');
    return tab;
  }

  async fillByRightClick(page: TestPage, target: Target): Promise<void> {
    const desktop = this.gestures;
    await this.chooseMenuItem(page, () => (page as Tab).clickOnScreen(desktop, target, 3));
  }

  async pressCommand(page: TestPage, command = FILL_COMMAND): Promise<void> {
    const keys = readManifest(this.extension).commands?.[command]?.suggested_key?.default;
    if (!keys) throw new Error(`The manifest suggests no keys for the command ${command}.`);
    await page.bringToFront();
    if (this.desktop) await this.desktop.press(chordOf(keys));
    else await this.triggerCommandHeadless((page as Tab).page, keys, command);
  }

  pressKey(...keys: string[]): Promise<void> {
    return this.gestures.press(...keys);
  }

  typeText(text: string): Promise<void> {
    return this.gestures.type(text);
  }

  readClipboard(): Promise<string> {
    return this.#inScratchTab((tab) => pasteText(tab, this.gestures));
  }

  writeClipboard(text: string): Promise<void> {
    return this.#inScratchTab((tab) => copyText(tab, this.gestures, text));
  }

  async screenshot(file: string): Promise<void> {
    this.gestures.screenshot(file);
  }

  close(): Promise<void> {
    return this.#cleanUp();
  }

  /** Does something in a new tab, closes it and brings the previous tab to the front. */
  async #inScratchTab<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    const before = await this.tabInFront();
    const tab = (await this.open('about:blank')) as Tab;
    try {
      return await work(tab);
    } finally {
      await tab.close();
      await this.activate(before);
    }
  }

  /** The visible tab. */
  protected tabInFront(): Promise<Page> {
    return until('a tab to be in front', async () => {
      for (const page of await this.launched.driver.pages()) {
        const visibility = await page.evaluate(() => document.visibilityState).catch(() => 'hidden');
        if (visibility === 'visible' && !this.isPopup(page)) return page;
      }
      return undefined;
    });
  }

  /** Whether this page is a toolbar popup rather than a tab. */
  protected isPopup(_page: Page): boolean {
    return false;
  }
}
