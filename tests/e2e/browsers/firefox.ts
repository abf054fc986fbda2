import type { Page } from 'puppeteer-core';
import { FirefoxWindow } from '../../../scripts/browsers/firefox-window.ts';
import { readManifest } from '../../../scripts/browsers/manifest.ts';
import { until } from '../../../scripts/browsers/until.ts';
import { BaseBrowser, type Started, start } from './base.ts';
import { FirefoxPopup } from './firefox-popup.ts';
import { readProblems, watchProblems } from './firefox-problems.ts';
import type { Point } from './locate.ts';
import type { Tab } from './tab.ts';
import type { TestLaunch, TestPage } from './types.ts';

/** Starts Firefox with the extension, by default on its own X display. */
export async function launchFirefox(options: TestLaunch): Promise<Firefox> {
  const started = await start('firefox', options);
  const window = await FirefoxWindow.of(started.launched.driver, started.launched.extensionId);
  if (options.privateWindows) await allowPrivateWindows(window);
  await watchProblems(window);
  // People can pin the button to the toolbar; Firefox puts a new extension's button behind the puzzle piece.
  await window.run(`CustomizableUI.addWidgetToArea(widgetId + '-browser-action', 'nav-bar')`);
  return new Firefox(started, window);
}

async function allowPrivateWindows(window: FirefoxWindow): Promise<void> {
  await window.run(ALLOW_PRIVATE_WINDOWS);
  await until('the extension to be back', () => window.run('return extension?.privateBrowsingAllowed'));
}

class Firefox extends BaseBrowser {
  readonly name = 'firefox';
  readonly #window: FirefoxWindow;
  readonly #privateWindows = new Map<Page, FirefoxWindow>();

  constructor(started: Started, window: FirefoxWindow) {
    super(started);
    this.#window = window;
  }

  /** Firefox's own window around a page. */
  #around(page?: TestPage): FirefoxWindow {
    return (page && this.#privateWindows.get((page as Tab).page)) ?? this.#window;
  }

  override async activate(page: Page): Promise<void> {
    await this.raiseWindowOf(page);
    await page.bringToFront();
    await until('the tab to be in front', () => page.evaluate(() => document.visibilityState === 'visible'));
    await (this.#privateWindows.get(page) ?? this.#window).run('gBrowser.selectedBrowser.focus()');
    await until('the page to have the focus', () => page.evaluate(() => document.hasFocus()));
  }

  override cornerOnScreen(page: Page): Promise<Point> {
    return page.evaluate(() => {
      const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>;
      return { x: mozInnerScreenX ?? Number.NaN, y: mozInnerScreenY ?? Number.NaN };
    });
  }

  override async load(page: Page, url: string): Promise<void> {
    if (/^https?:/.test(url)) {
      await page.goto(url);
      return;
    }
    await this.activate(page);
    await this.#window.load(url);
    await until(`${url} to load`, () =>
      page
        .evaluate((expected) => location.href === expected && document.readyState === 'complete', url)
        .catch(() => false),
    );
  }

  override async setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
    await this.activate(page);
    await this.#window.run(
      'gBrowser.selectedBrowser.browsingContext.prefersColorSchemeOverride = args.scheme',
      { scheme },
    );
  }

  override async openPopup(over?: TestPage): Promise<TestPage> {
    // A popup stays open when the tab changes, and a click on its button would then close it.
    if (await this.popupIsOpen()) await new FirefoxPopup(this.#window, this.gestures).close();
    await over?.bringToFront();
    const window = this.#around(over);
    const button = await until('the toolbar button', () =>
      window.run<Point | null>(`return settled(() => document.getElementById(widgetId + '-BAP'))`),
    );
    await this.gestures.click(button);
    const popup = new FirefoxPopup(window, this.gestures);
    await popup.opened(this.popupUrl);
    return popup;
  }

  override popupIsOpen(): Promise<boolean> {
    return this.#window.run(`return document.querySelector('.webextension-popup-browser') !== null`);
  }

  /** Opens one of the extension's pages in a new private window. */
  privateExtensionPage(path: string): Promise<TestPage> {
    return this.openPrivate(this.extensionUrl + path);
  }

  protected override async openPrivatePage(url: string): Promise<Page> {
    const address = `${url}?private`;
    const window = await this.#window.opening(OPEN_PRIVATE_WINDOW, { url: address });
    const { page } = (await this.waitForPage(address)) as Tab;
    this.#privateWindows.set(page, window);
    return page;
  }

  override async answerPermissionPrompt(answer: 'allow' | 'deny'): Promise<void> {
    const button = await until('the permission prompt to open', () =>
      this.#window.run<Point | null>(
        `const prompt = PopupNotifications.panel.firstElementChild;
         if (PopupNotifications.panel.state !== 'open' || !prompt) return null;
         return settled(() => (args.allow ? prompt.button : prompt.secondaryButton));`,
        { allow: answer === 'allow' },
      ),
    );
    await this.gestures.click(button);
    await until('the permission prompt to close', () =>
      this.#window.run(`return PopupNotifications.panel.state === 'closed'`),
    );
  }

  override async stopBackground(): Promise<void> {
    await this.#window.run(
      'await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })',
    );
    await until('the event page to be down', async () => !(await this.backgroundIsRunning()));
  }

  override backgroundIsRunning(): Promise<boolean> {
    return this.#window.run(`return extension.backgroundState !== 'stopped'`);
  }

  override async badge(page: TestPage): Promise<{ text: string; title: string }> {
    await page.bringToFront();
    return this.#around(page).run(`
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
      const get = (name) => action.getProperty(gBrowser.selectedTab, name) ?? '';
      return { text: get('badgeText'), title: get('title') };`);
  }

  override async installOther(folder: string): Promise<string> {
    const id = await this.launched.driver.installExtension(folder);
    return this.#window.run('return WebExtensionPolicy.getByID(args.id).getURL()', { id });
  }

  override problems(): Promise<string[]> {
    return readProblems(this.#window);
  }

  protected override async chooseMenuItem(page: TestPage, rightClick: () => Promise<void>): Promise<void> {
    const window = this.#around(page);
    await rightClick();
    const item = await until('the menu with the extension’s item', () =>
      window.run<Point | null>(`
        const menu = document.getElementById('contentAreaContextMenu');
        if (menu.state !== 'open') return null;
        return settled(() => menu.querySelector('[id^="' + widgetId + '-menuitem"]'));`),
    );
    await this.gestures.click(item);
    await until('the menu to close', () =>
      window.run(`return document.getElementById('contentAreaContextMenu').state === 'closed'`),
    );
  }

  protected override triggerCommandHeadless(_page: Page, _keys: string, command: string): Promise<void> {
    const commands = Object.keys(readManifest(this.extension).commands ?? {});
    return this.#window.triggerCommand(commands.indexOf(command));
  }
}

/** What the switch in the add-on manager does; the extension starts anew. */
const ALLOW_PRIVATE_WINDOWS = `
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const permission = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
  await ExtensionPermissions.add(extension.id, permission, extension);
  await (await AddonManager.getAddonByID(extension.id)).reload();`;

const OPEN_PRIVATE_WINDOW = `
  const opened = OpenBrowserWindow({ private: true });
  await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
  await opened.delayedStartupPromise;
  opened.gBrowser.selectedBrowser.fixupAndLoadURIString(args.url, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });`;
