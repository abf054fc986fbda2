// `npm run screenshots`: takes pictures of the popup and the settings, light and dark, for the README.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browsers/launch.ts';
import { ensureBrowsers } from './browsers.ts';

const FOLDER = 'docs/screenshots';
const PAGES = [
  { name: 'popup', width: 360, height: 420, ready: '#password' },
  { name: 'options', width: 720, height: 860, ready: 'kbd' },
];

const [browser] = ensureBrowsers(['chromium']);
if (!browser) throw new Error('Chromium not found.');
const extension = path.resolve('.output/chrome-mv3');
const { driver, extensionUrl, close } = await launchBrowser({ browser, extension, headless: true });
mkdirSync(FOLDER, { recursive: true });
for (const { name, width, height, ready } of PAGES) {
  const page = await driver.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  await page.goto(`${extensionUrl}${name}.html`);
  await page.waitForSelector(ready);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.screenshot({ path: `${FOLDER}/${name}-${scheme}.png` });
  }
}
await close();
