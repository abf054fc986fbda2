// `npm run icons`: draws public/icons/*.png from icon.svg in Chromium. Run it after a change to the drawing.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowsers } from '../browsers.ts';

const SIZES = [16, 32, 48, 128];
const root = path.resolve(import.meta.dirname, '../..');
const drawing = await readFile(path.join(import.meta.dirname, 'icon.svg'), 'utf8');
const folder = path.join(root, 'public/icons');
await mkdir(folder, { recursive: true });
const [found] = ensureBrowsers(['chromium']);
if (!found) throw new Error('Chromium was not found.');
const browser = await chromium.launch({
  executablePath: found.path,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  const picture = await page.screenshot({ omitBackground: true });
  await writeFile(path.join(folder, `${size}.png`), picture);
}
await browser.close();
