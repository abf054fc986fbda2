import { canInstall, howToInstall, install, packageName } from './browsers/apt.ts';
import { BROWSER_NAMES, type BrowserName, browserPath, commandPath } from './browsers/places.ts';

/** A browser that is installed on this machine. */
export interface FoundBrowser {
  readonly name: BrowserName;
  /** Which protocol drives it and which build of the extension it takes. */
  readonly family: 'chromium' | 'firefox';
  readonly path: string;
}

/** The commands that tests with real gestures need, and the Debian packages that bring them. */
const PACKAGE_COMMANDS = { xvfb: 'Xvfb', xdotool: 'xdotool' } as const;

/** A package that is not a browser and that tests with real gestures need. */
export type ToolPackage = keyof typeof PACKAGE_COMMANDS;

/** The browser of this name, or without a name the first of all known ones; undefined when there is none. */
export function findBrowser(name?: BrowserName): FoundBrowser | undefined {
  for (const candidate of name === undefined ? BROWSER_NAMES : [name]) {
    const path = browserPath(candidate);
    if (path) return { name: candidate, family: candidate === 'firefox' ? 'firefox' : 'chromium', path };
  }
  return undefined;
}

/**
 * Sees that these browsers are there, installing Chromium and Firefox where it may; throws one clear sentence
 * else.
 */
export function ensureBrowsers(names: readonly BrowserName[]): FoundBrowser[] {
  const missing = names.filter((name) => !findBrowser(name));
  const installable = missing.filter((name) => name === 'chromium' || name === 'firefox');
  if (missing.length > installable.length || (missing.length > 0 && !canInstall()))
    throw missingError(missing);
  if (missing.length > 0) install(installable.map(packageName));
  return names.map((name) => {
    const found = findBrowser(name);
    if (!found) throw new Error(`${name} was installed with apt-get but is still not to be found.`);
    return found;
  });
}

/** Sees that these tools are there, installing them where it may; throws one clear sentence otherwise. */
export function ensurePackages(packages: readonly ToolPackage[]): void {
  const missing = packages.filter((name) => !commandPath(PACKAGE_COMMANDS[name]));
  if (missing.length === 0) return;
  if (!canInstall()) {
    throw new Error(
      `${missing.join(' and ')} missing: real gestures need a virtual X display, so ${howToInstall(missing)}.`,
    );
  }
  install(missing);
  const still = missing.find((name) => !commandPath(PACKAGE_COMMANDS[name]));
  if (still) throw new Error(`${still} was installed with apt-get but its command is still not to be found.`);
}

function missingError(missing: readonly BrowserName[]): Error {
  const packages = missing.filter((name) => name === 'chromium' || name === 'firefox').map(packageName);
  const others = missing.filter((name) => name !== 'chromium' && name !== 'firefox');
  const ways = [
    ...(packages.length > 0 ? [howToInstall(packages)] : []),
    ...(others.length > 0 ? [`get ${others.join(' and ')} from its maker, or choose another browser`] : []),
  ];
  return new Error(`${missing.join(' and ')} not found on this machine: ${ways.join('; ')}.`);
}
