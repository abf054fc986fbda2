import type { Extension, Page, Target } from 'puppeteer-core';
import { FILL_COMMAND } from '../../../lib/platform/command-id.ts';
import { pressAccelerator } from '../../../scripts/browsers/accelerator.ts';
import type { Launched } from '../../../scripts/browsers/launch.ts';
import { until } from '../../../scripts/browsers/until.ts';
import { BaseBrowser, type Started, start } from './base.ts';
import { ChromiumProblems } from './chromium-problems.ts';
import { answerPrompt, chooseInMenu } from './chromium-widgets.ts';
import type { Point } from './locate.ts';
import { Tab } from './tab.ts';
import type { TestLaunch, TestPage } from './types.ts';

/** The part of the extension API that the tests call in a page of the extension. */
declare const chrome: {
  readonly tabs: { query(filter: { active: boolean }): Promise<Array<{ id: number; incognito: boolean }>> };
  readonly windows: { create(how: { incognito: boolean; url: string }): Promise<unknown> };
  readonly developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(update: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
    getExtensionsInfo(): Promise<
      Array<{ id: string; state: string; incognitoAccess: { isActive: boolean } }>
    >;
  };
  readonly action: Record<'getBadgeText' | 'getTitle', (of: { tabId: number }) => Promise<string>>;
  readonly contextMenus: { update(id: string, changes: object): Promise<void> };
};

/** Starts Chromium with the extension, by default on its own X display. */
export async function launchChromium(options: TestLaunch): Promise<Chromium> {
  const started = await start('chromium', options);
  if (options.privateWindows) await allowPrivateWindows(started.launched);
  const extension = (await started.launched.driver.extensions()).get(started.launched.extensionId);
  if (!extension) throw new Error('Chromium did not install the extension.');
  const chromium = new Chromium(started, extension);
  await chromium.installed();
  return chromium;
}

/**
 * Sets the switch on the extensions page. Chromium then loads the extension anew, and an unpacked one only
 * while developer mode is on.
 */
async function allowPrivateWindows({ driver, extensionId }: Launched): Promise<void> {
  const page = await driver.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (extensionId) => {
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, extensionId);
  await until('the extension to be back', () =>
    page.evaluate(async (extensionId) => {
      const all = await chrome.developerPrivate.getExtensionsInfo();
      const own = all.find(({ id }) => id === extensionId);
      return own?.state === 'ENABLED' && own.incognitoAccess.isActive;
    }, extensionId),
  );
  await page.close();
}

export class Chromium extends BaseBrowser {
  readonly name = 'chromium';
  readonly #extension: Extension;
  readonly #problems: ChromiumProblems;
  #popup: Page | undefined;

  constructor(started: Started, extension: Extension) {
    super(started);
    this.#extension = extension;
    this.#problems = new ChromiumProblems(started.launched.driver);
  }

  override async activate(page: Page): Promise<void> {
    await this.raiseWindowOf(page);
    await page.bringToFront();
    await until('the tab to be in front', () => page.evaluate(() => document.visibilityState === 'visible'));
    await until('the page to have the focus', () => page.evaluate(() => document.hasFocus()));
  }

  override cornerOnScreen(page: Page): Promise<Point> {
    // The browser's own interface is all above the page, and a popup has none.
    return page.evaluate(() => ({ x: screenX, y: screenY + outerHeight - innerHeight }));
  }

  override async load(page: Page, url: string): Promise<void> {
    await page.goto(url);
  }

  override async setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  }

  protected override async openPrivatePage(url: string): Promise<Page> {
    const { driver } = this.launched;
    const before = new Set(driver.targets());
    await this.#asExtension(async (url = '') => {
      await chrome.windows.create({ incognito: true, url });
    }, url);
    const target = await driver.waitForTarget(
      (candidate) => !before.has(candidate) && candidate.url().startsWith(url),
    );
    return target.asPage();
  }

  override async openPopup(over?: TestPage): Promise<TestPage> {
    const { driver } = this.launched;
    await over?.bringToFront();
    const before = new Set(driver.targets());
    const front = over ? (over as Tab).page : await this.tabInFront();
    await front.triggerExtensionAction(this.#extension);
    const target = await driver.waitForTarget(
      (candidate) => !before.has(candidate) && candidate.url().startsWith(this.popupUrl),
    );
    this.#popup = await target.asPage();
    const popup = new Tab(this.#popup, this, true);
    await popup.waitFor(() => document.readyState === 'complete' && document.hasFocus());
    return popup;
  }

  override async popupIsOpen(): Promise<boolean> {
    return this.#popup !== undefined && !this.#popup.isClosed();
  }

  override answerPermissionPrompt(answer: 'allow' | 'deny'): Promise<void> {
    return answerPrompt(this.gestures, () => this.#focusIsOutside(), answer);
  }

  /** Whether the browser's own interface has taken the focus from the front tab, as its prompts do. */
  async #focusIsOutside(): Promise<boolean> {
    if (await this.popupIsOpen()) return false;
    const page = await this.tabInFront();
    return !(await page.evaluate(() => document.hasFocus()));
  }

  override async stopBackground(): Promise<void> {
    const target = this.#worker();
    if (!target) return;
    await this.#problems.release(target);
    await (await target.worker())?.close();
    await until('the service worker to be down', () => !this.launched.driver.targets().includes(target));
  }

  override async backgroundIsRunning(): Promise<boolean> {
    return this.#worker() !== undefined;
  }

  override async badge(page: TestPage): Promise<{ text: string; title: string }> {
    await page.bringToFront();
    return this.#asExtension(
      async (isPrivate) => {
        const tabs = await chrome.tabs.query({ active: true });
        const tabId = tabs.find(({ incognito }) => String(incognito) === isPrivate)?.id ?? -1;
        return {
          text: await chrome.action.getBadgeText({ tabId }),
          title: await chrome.action.getTitle({ tabId }),
        };
      },
      String(this.isPrivate(page)),
    );
  }

  /** Runs a function in the background, which must be running. */
  async inBackground<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const worker = await this.#worker()?.worker();
    if (!worker) throw new Error('The background is not running.');
    return (await worker.evaluate(run as (...args: unknown[]) => R, ...args)) as Awaited<R>;
  }

  /**
   * Waits until the background has started for the first time; registering the menu item is its last step.
   * Chromium reports the extension as installed before that. A background that is stopped in between has
   * registered no listeners, and nothing wakes it again.
   */
  installed(): Promise<void> {
    return this.#asExtension((menuItem: string) => {
      const menuExists = () =>
        chrome.contextMenus.update(menuItem, {}).then(
          () => true,
          () => false,
        );
      return new Promise<void>((resolve) => {
        const poll = async () => ((await menuExists()) ? resolve() : setTimeout(poll, 25));
        void poll();
      });
    }, FILL_COMMAND);
  }

  /** Runs a function in a page of the extension. This file runs no script and wakes no worker. */
  async #asExtension<R>(run: (...args: string[]) => Promise<R>, ...args: string[]): Promise<R> {
    const helper = await this.launched.driver.newPage({ background: true });
    try {
      await helper.goto(`${this.extensionUrl}manifest.json`);
      return (await helper.evaluate(run, ...args)) as R;
    } finally {
      await helper.close();
    }
  }

  override async installOther(folder: string): Promise<string> {
    return `chrome-extension://${await this.launched.driver.installExtension(folder)}/`;
  }

  override async problems(): Promise<string[]> {
    return this.#problems.all();
  }

  protected override async chooseMenuItem(_: TestPage, rightClick: () => Promise<void>): Promise<void> {
    // The last item is the browser's "Inspect"; extensions come right before it.
    await chooseInMenu(this.gestures, rightClick, ['Up', 'Up', 'Return']);
  }

  protected override triggerCommandHeadless(page: Page, keys: string): Promise<void> {
    return pressAccelerator(page, keys);
  }

  protected override isPopup(page: Page): boolean {
    return page === this.#popup;
  }

  /** The newest service worker. In a profile with private windows a dead one can be listed before it. */
  #worker(): Target | undefined {
    const { driver } = this.launched;
    return driver
      .targets()
      .findLast((target) => target.type() === 'service_worker' && target.url().startsWith(this.extensionUrl));
  }
}
