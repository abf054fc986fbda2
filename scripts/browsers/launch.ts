import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import type { FoundBrowser } from '../browsers.ts';
import { geckoId } from './manifest.ts';

/** How to start a browser with the extension in a fresh profile. */
export interface LaunchOptions {
  readonly browser: FoundBrowser;
  /** The folder of a build made for this browser's family. */
  readonly extension: string;
  readonly headless: boolean;
  /** The X display to open on, such as `:99`; the one in the environment when left out. */
  readonly display?: string | undefined;
  /** A language tag for the browser's interface, as far as its language packs are installed. */
  readonly locale?: string | undefined;
  /** Names of hosts that are this machine for the browser. */
  readonly hostsHere?: readonly string[] | undefined;
  /** Flags that suit tests only, such as running without Chromium's sandbox for any user. */
  readonly forTests?: boolean;
  /**
   * The caller ends the browser on Ctrl+C itself, rather than by the driver, which would leave the profile
   * behind.
   */
  readonly ownSignals?: boolean;
}

/** A running browser with the extension in it. */
export interface Launched {
  readonly driver: Browser;
  readonly extensionId: string;
  /** The extension's own origin with a slash at the end. */
  readonly extensionUrl: string;
  /** The folder that holds everything the browser keeps. */
  readonly profile: string;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** Starts Chromium or one of its kin, or Firefox; all state lives in a temporary profile. */
export async function launchBrowser(options: LaunchOptions): Promise<Launched> {
  if (!existsSync(path.join(options.extension, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${options.extension}: build it first.`);
  }
  return options.browser.family === 'firefox' ? launchFirefox(options) : launchChromium(options);
}

function environment(options: LaunchOptions): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = { ...process.env };
  if (options.display !== undefined) {
    env.DISPLAY = options.display;
    // On a Wayland desktop the browser would otherwise ignore the X display that it was given.
    delete env.WAYLAND_DISPLAY;
    env.MOZ_ENABLE_WAYLAND = '0';
  }
  if (options.locale !== undefined) env.LANGUAGE = options.locale;
  return env;
}

/**
 * A browser from a snap sees neither /tmp nor hidden folders, so its profile goes straight into the home
 * folder.
 */
function profileFolder(browser: FoundBrowser): string {
  const parent = browser.path.startsWith('/snap/') ? (process.env.HOME ?? tmpdir()) : tmpdir();
  const folder = mkdtempSync(path.join(parent, `passmint-${browser.name}-`));
  // For an end that nobody foresaw; the driver has killed the browser by then.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function signals({ ownSignals = false }: LaunchOptions) {
  return { handleSIGINT: !ownSignals, handleSIGTERM: !ownSignals, handleSIGHUP: !ownSignals };
}

const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-default-browser-check',
  '--disable-component-update',
  '--window-position=0,0',
  '--window-size=1200,900',
];

/** Where the tests' downloads go: away with the profile, and never asked about. */
export const downloadsOf = (profile: string) => path.join(profile, 'downloads');

/** No offer to save a password over the page, no bookmarks bar. */
const CHROMIUM_PREFERENCES = {
  credentials_enable_service: false,
  profile: { password_manager_enabled: false, password_manager_leak_detection: false },
  bookmark_bar: { show_on_all_tabs: false, show_tab_groups: false },
};

function chromiumFlags(options: LaunchOptions): string[] {
  const flags = [...CHROMIUM_FLAGS];
  if (options.locale !== undefined) flags.push(`--lang=${options.locale}`);
  const hosts = (options.hostsHere ?? []).map((host) => `MAP ${host} 127.0.0.1`);
  if (hosts.length > 0) flags.push(`--host-resolver-rules=${hosts.join(',')}`);
  // Chromium refuses to run its sandbox as root, and containers seldom let anybody run it.
  // --test-type hides the warning bar about it, which would push the page down.
  if (options.forTests || process.getuid?.() === 0) flags.push('--no-sandbox', '--test-type');
  return flags;
}

async function launchChromium(options: LaunchOptions): Promise<Launched> {
  const profile = profileFolder(options.browser);
  mkdirSync(path.join(profile, 'Default'));
  const downloads = options.forTests && { download: { default_directory: downloadsOf(profile) } };
  const preferences = JSON.stringify({ ...CHROMIUM_PREFERENCES, ...downloads });
  writeFileSync(path.join(profile, 'Default', 'Preferences'), preferences);
  const driver = await launch({
    executablePath: options.browser.path,
    headless: options.headless,
    userDataDir: profile,
    defaultViewport: null,
    ...signals(options),
    // Branded Chrome ignores --load-extension since version 137. What all of the family take is the
    // protocol's own Extensions.loadUnpacked, which is open to a pipe only and needs the flag that
    // `enableExtensions` sets.
    pipe: true,
    enableExtensions: true,
    // Its bar "controlled by automated test software" would push every page down, with an animation.
    ignoreDefaultArgs: ['--enable-automation'],
    env: environment(options),
    args: chromiumFlags(options),
  });
  const extensionId = await driver.installExtension(path.resolve(options.extension));
  const extensionUrl = `chrome-extension://${extensionId}/`;
  return { driver, extensionId, extensionUrl, profile, close: () => closeBrowser(driver, profile) };
}

const FIREFOX_PREFERENCES = {
  // The permission prompt takes no click in its first half second otherwise, and does not say when it does.
  'security.notification_enable_delay': 0,
  // Drivers turn this mode on; in it an open popup never gets the keyboard.
  'focusmanager.testmode': false,
  'signon.rememberSignons': false,
  'browser.translations.automaticallyPopup': false,
  'browser.toolbars.bookmarks.visibility': 'never',
  'datareporting.policy.dataSubmissionEnabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
};

async function launchFirefox(options: LaunchOptions): Promise<Launched> {
  const id = geckoId(options.extension);
  // Firefox gives each installation a random origin unless the profile knows one for this id already.
  const uuid = randomUUID();
  const profile = profileFolder(options.browser);
  const driver = await launch({
    browser: 'firefox',
    executablePath: options.browser.path,
    headless: options.headless,
    defaultViewport: null,
    ...signals(options),
    userDataDir: profile,
    env: environment(options),
    // System access lets the driver look at the browser's own interface: its menus, popups and prompts.
    args: ['--width=1200', '--height=900', '--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...FIREFOX_PREFERENCES,
      ...(options.forTests && {
        'browser.download.folderList': 2, // the folder that the next one names
        'browser.download.dir': downloadsOf(profile),
        'browser.download.alwaysOpenPanel': false,
      }),
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      'network.dns.localDomains': (options.hostsHere ?? []).join(','),
      ...(options.locale === undefined ? {} : { 'intl.locale.requested': options.locale }),
    },
  });
  const extensionId = await driver.installExtension(path.resolve(options.extension));
  const extensionUrl = `moz-extension://${uuid}/`;
  return { driver, extensionId, extensionUrl, profile, close: () => closeBrowser(driver, profile) };
}

async function closeBrowser(driver: Browser, profile: string): Promise<void> {
  await driver.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
