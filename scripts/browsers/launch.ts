import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import type { FoundBrowser } from '../browsers.ts';
import { geckoId } from './manifest.ts';

/** Options for starting a browser with the extension, in a fresh profile unless one is given. */
export interface LaunchOptions {
  readonly browser: FoundBrowser;
  /** The folder of a build made for this browser's family. */
  readonly extension: string;
  readonly headless: boolean;
  /** The X display to open on, such as `:99`; by default that of the environment. */
  readonly display?: string | undefined;
  /** A language tag for the browser's interface, if its language pack is installed. */
  readonly locale?: string | undefined;
  /** Host names that resolve to this computer in the browser. */
  readonly localHosts?: readonly string[] | undefined;
  /** Flags for tests only, such as running without Chromium's sandbox for any user. */
  readonly forTests?: boolean;
  /** A folder for the profile, which stays when the browser closes. */
  readonly profile?: string | undefined;
  /** Whether the caller closes the browser on Ctrl+C itself. The driver would leave the profile behind. */
  readonly leavesSignals?: boolean;
}

/** A running browser with the extension in it. */
export interface Launched {
  readonly driver: Browser;
  readonly extensionId: string;
  /** The extension's origin, with a slash at the end. */
  readonly extensionUrl: string;
  /** The folder of the browser's profile. */
  readonly profile: string;
  /** Closes the browser and deletes its profile, unless the caller has given one. */
  close(): Promise<void>;
}

/** Starts Firefox, Chromium or a browser built on it, with all state in one folder. */
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
    // On a Wayland desktop the browser would otherwise ignore the given X display.
    delete env.WAYLAND_DISPLAY;
    env.MOZ_ENABLE_WAYLAND = '0';
  }
  if (options.locale !== undefined) env.LANGUAGE = options.locale;
  return env;
}

/** A browser from a snap sees neither /tmp nor hidden folders, so its profile goes into the home folder. */
function profileFolder({ browser, profile }: LaunchOptions): string {
  if (profile !== undefined) return profile;
  const parent = browser.path.startsWith('/snap/') ? (process.env.HOME ?? tmpdir()) : tmpdir();
  const folder = mkdtempSync(path.join(parent, `passmint-${browser.name}-`));
  // For an unexpected end of this process; by then the driver has killed the browser.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function signals({ leavesSignals = false }: LaunchOptions) {
  return { handleSIGINT: !leavesSignals, handleSIGTERM: !leavesSignals, handleSIGHUP: !leavesSignals };
}

const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-default-browser-check',
  '--disable-component-update',
  '--window-position=0,0',
  '--window-size=1200,900',
];

/**
 * The folder for downloads of tests. It is deleted with the profile, and the browser never asks where to
 * save.
 */
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
  const hosts = (options.localHosts ?? []).map((host) => `MAP ${host} 127.0.0.1`);
  if (hosts.length > 0) flags.push(`--host-resolver-rules=${hosts.join(',')}`);
  // Chromium refuses to run its sandbox as root, and most containers let nobody run it. --test-type hides the
  // warning bar about that, because the bar would push the page down.
  if (options.forTests || process.getuid?.() === 0) flags.push('--no-sandbox', '--test-type');
  return flags;
}

async function launchChromium(options: LaunchOptions): Promise<Launched> {
  const profile = profileFolder(options);
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  const downloads = options.forTests && { download: { default_directory: downloadsOf(profile) } };
  const preferences = JSON.stringify({ ...CHROMIUM_PREFERENCES, ...downloads });
  const file = path.join(profile, 'Default', 'Preferences');
  if (!existsSync(file)) writeFileSync(file, preferences);
  const driver = await launch({
    executablePath: options.browser.path,
    headless: options.headless,
    userDataDir: profile,
    defaultViewport: null,
    ...signals(options),
    // Branded Chrome ignores --load-extension since version 137. The whole family supports the protocol's
    // Extensions.loadUnpacked. It works only over a pipe and needs the flag that `enableExtensions` sets.
    pipe: true,
    enableExtensions: true,
    // Its bar "controlled by automated test software" would push every page down, with an animation.
    ignoreDefaultArgs: ['--enable-automation'],
    env: environment(options),
    args: chromiumFlags(options),
  });
  const extensionId = await driver.installExtension(path.resolve(options.extension));
  const extensionUrl = `chrome-extension://${extensionId}/`;
  return { driver, extensionId, extensionUrl, profile, close: () => closeBrowser(driver, options, profile) };
}

const FIREFOX_PREFERENCES = {
  // Otherwise the permission prompt ignores clicks for its first half second, and does not signal when that
  // is over.
  'security.notification_enable_delay': 0,
  // Drivers turn this mode on, and in it an open popup never gets the keyboard focus.
  'focusmanager.testmode': false,
  'signon.rememberSignons': false,
  'browser.translations.automaticallyPopup': false,
  'browser.toolbars.bookmarks.visibility': 'never',
  'datareporting.policy.dataSubmissionEnabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
};

/**
 * The random part of the extension's origin. Firefox draws one for each installation unless the profile has
 * one for its id already.
 */
function originIn(profile: string): string {
  const file = path.join(profile, 'passmint-origin');
  if (!existsSync(file)) writeFileSync(file, randomUUID());
  return readFileSync(file, 'utf8');
}

async function launchFirefox(options: LaunchOptions): Promise<Launched> {
  const id = geckoId(options.extension);
  const profile = profileFolder(options);
  const uuid = originIn(profile);
  const driver = await launch({
    browser: 'firefox',
    executablePath: options.browser.path,
    headless: options.headless,
    defaultViewport: null,
    ...signals(options),
    userDataDir: profile,
    env: environment(options),
    // System access lets the driver reach the browser's own interface: its menus, popups and prompts.
    args: ['--width=1200', '--height=900', '--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...FIREFOX_PREFERENCES,
      ...(options.forTests && {
        'browser.download.folderList': 2, // the folder that the next one names
        'browser.download.dir': downloadsOf(profile),
        'browser.download.alwaysOpenPanel': false,
      }),
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      // An extension that is loaded for a test is uninstalled when the browser closes.
      'extensions.webextensions.keepStorageOnUninstall': options.profile !== undefined,
      'network.dns.localDomains': (options.localHosts ?? []).join(','),
      ...(options.locale === undefined ? {} : { 'intl.locale.requested': options.locale }),
    },
  });
  const extensionId = await driver.installExtension(path.resolve(options.extension));
  const extensionUrl = `moz-extension://${uuid}/`;
  return { driver, extensionId, extensionUrl, profile, close: () => closeBrowser(driver, options, profile) };
}

async function closeBrowser(driver: Browser, options: LaunchOptions, profile: string): Promise<void> {
  await driver.close();
  if (options.profile !== undefined) return;
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
