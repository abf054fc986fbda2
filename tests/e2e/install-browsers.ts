import { ensureBrowsers, ensurePackages } from '../../scripts/browsers.ts';

/** Installs what is missing before the files run, because two of them at once would install it twice. */
export default function installBrowsers(): void {
  ensureBrowsers(['chromium', 'firefox']);
  ensurePackages(['xvfb', 'xdotool']);
}
