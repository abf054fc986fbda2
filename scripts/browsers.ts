import { canInstall, install, installHint, packageName } from './browsers/apt.ts';
import { BROWSER_NAMES, type BrowserName, browserPath, commandPath } from './browsers/places.ts';

/** An installed browser. */
export interface FoundBrowser {
  readonly name: BrowserName;
  /** The protocol that drives it and the build of the extension that it takes. */
  readonly family: 'chromium' | 'firefox';
  readonly path: string;
}

/** The commands that tests with real gestures need, and the Debian packages that contain them. */
const PACKAGE_COMMANDS = { xvfb: 'Xvfb', xdotool: 'xdotool' } as const;

/** A package, other than a browser, that tests with real gestures need. */
export type ToolPackage = keyof typeof PACKAGE_COMMANDS;

/** Finds the browser of this name, or by default the first known one; `undefined` if there is none. */
export function findBrowser(name?: BrowserName): FoundBrowser | undefined {
  for (const candidate of name === undefined ? BROWSER_NAMES : [name]) {
    const path = browserPath(candidate);
    if (path) return { name: candidate, family: candidate === 'firefox' ? 'firefox' : 'chromium', path };
  }
  return undefined;
}

/**
 * Returns these browsers and installs Chromium and Firefox where it can. Otherwise throws an error that names
 * the missing ones.
 */
export function ensureBrowsers(names: readonly BrowserName[]): FoundBrowser[] {
  const missing = names.filter((name) => !findBrowser(name));
  const installable = missing.filter((name) => name === 'chromium' || name === 'firefox');
  if (missing.length > installable.length || (missing.length > 0 && !canInstall()))
    throw missingError(missing);
  if (missing.length > 0) install(installable.map(packageName));
  return names.map((name) => {
    const found = findBrowser(name);
    if (!found) throw new Error(`${name} was installed with apt-get but was still not found.`);
    return found;
  });
}

/**
 * Makes sure that these tools are installed and installs them where it can. Otherwise throws an error that
 * names the missing ones.
 */
export function ensurePackages(packages: readonly ToolPackage[]): void {
  const missing = packages.filter((name) => !commandPath(PACKAGE_COMMANDS[name]));
  if (missing.length === 0) return;
  if (!canInstall()) {
    throw new Error(
      `${missing.join(' and ')} missing: real gestures need a virtual X display, so ${installHint(missing)}.`,
    );
  }
  install(missing);
  const still = missing.find((name) => !commandPath(PACKAGE_COMMANDS[name]));
  if (still) throw new Error(`${still} was installed with apt-get but its command was still not found.`);
}

function missingError(missing: readonly BrowserName[]): Error {
  const packages = missing.filter((name) => name === 'chromium' || name === 'firefox').map(packageName);
  const others = missing.filter((name) => name !== 'chromium' && name !== 'firefox');
  const ways = [
    ...(packages.length > 0 ? [installHint(packages)] : []),
    ...(others.length > 0 ? [`get ${others.join(' and ')} from its maker, or choose another browser`] : []),
  ];
  return new Error(`${missing.join(' and ')} not found on this computer: ${ways.join('; ')}.`);
}
