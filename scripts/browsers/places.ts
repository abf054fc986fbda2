import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The browsers that `npm start` can use. */
export type BrowserName = 'chromium' | 'chrome' | 'edge' | 'brave' | 'firefox';

/** The order in which they are tried if none is named. */
export const BROWSER_NAMES: readonly BrowserName[] = ['chromium', 'chrome', 'edge', 'brave', 'firefox'];

/** The names of the executables that a Linux distribution may have on the path, best first. */
const LINUX_COMMANDS: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser'],
  chrome: ['google-chrome-stable', 'google-chrome', 'chrome'],
  edge: ['microsoft-edge-stable', 'microsoft-edge'],
  brave: ['brave-browser-stable', 'brave-browser', 'brave'],
  firefox: ['firefox-esr', 'firefox'],
};

const LINUX_PATHS: Record<BrowserName, readonly string[]> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/lib/chromium/chromium',
  ],
  chrome: ['/opt/google/chrome/chrome'],
  edge: ['/opt/microsoft/msedge/msedge'],
  brave: ['/opt/brave.com/brave/brave', '/snap/bin/brave'],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/usr/lib/firefox/firefox'],
};

const MAC_APPS: Record<BrowserName, string> = {
  chromium: 'Chromium.app/Contents/MacOS/Chromium',
  chrome: 'Google Chrome.app/Contents/MacOS/Google Chrome',
  edge: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  brave: 'Brave Browser.app/Contents/MacOS/Brave Browser',
  firefox: 'Firefox.app/Contents/MacOS/firefox',
};

const WINDOWS_FILES: Record<BrowserName, string> = {
  chromium: 'Chromium\\Application\\chrome.exe',
  chrome: 'Google\\Chrome\\Application\\chrome.exe',
  edge: 'Microsoft\\Edge\\Application\\msedge.exe',
  brave: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  firefox: 'Mozilla Firefox\\firefox.exe',
};

/** The path of this command; `undefined` if it is not on the path. */
export function commandPath(command: string): string | undefined {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const suffix of suffixes) {
      const file = path.join(folder, command + suffix);
      if (folder && existsSync(file)) return file;
    }
  }
  return undefined;
}

function macPaths(name: BrowserName): string[] {
  return ['/Applications', path.join(homedir(), 'Applications')].map((folder) =>
    path.join(folder, MAC_APPS[name]),
  );
}

function windowsPaths(name: BrowserName): string[] {
  const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
  return roots.filter((root) => root !== undefined).map((root) => path.join(root, WINDOWS_FILES[name]));
}

/** The path of the browser's executable; `undefined` if it is not installed. */
export function browserPath(name: BrowserName): string | undefined {
  if (process.platform === 'darwin') return macPaths(name).find(existsSync);
  if (process.platform === 'win32') return windowsPaths(name).find(existsSync);
  const onPath = LINUX_COMMANDS[name].map(commandPath).find((file) => file !== undefined);
  return onPath ?? LINUX_PATHS[name].find(existsSync);
}
