import path from 'node:path';
import { parseArgs } from 'node:util';
import { FILL_COMMAND } from '../lib/platform/command-id.ts';
import { type Launched, launchBrowser } from './browsers/launch.ts';
import { readManifest } from './browsers/manifest.ts';
import { BROWSER_NAMES, type BrowserName } from './browsers/places.ts';
import { ensureBrowsers, type FoundBrowser, findBrowser } from './browsers.ts';
import { buildExtension, ROOT } from './demo/build.ts';
import { checkMainJob } from './demo/check.ts';
import { serveDemo } from './demo/server.ts';

const HELP = `npm start                        builds Passmint and opens a browser with it, on a demo page
npm start -- --browser firefox   chooses the browser: ${BROWSER_NAMES.join(', ')}
npm start -- --check             does the main job itself, without a display, and reports each step
npm start -- --help              shows this

Without a display, npm start does what --check does.`;

interface Flags {
  readonly browser: BrowserName | undefined;
  readonly check: boolean;
  readonly help: boolean;
}

function readFlags(): Flags {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string' },
      check: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const browser = BROWSER_NAMES.find((name) => name === values.browser);
  if (values.browser !== undefined && browser === undefined) {
    throw new Error(`Unknown browser "${values.browser}"; choose one of ${BROWSER_NAMES.join(', ')}.`);
  }
  return { browser, check: values.check ?? false, help: values.help ?? false };
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function chooseBrowser(name: BrowserName | undefined): FoundBrowser {
  const found = findBrowser(name) ?? ensureBrowsers([name ?? 'chromium'])[0];
  if (!found) throw new Error('No browser was found.');
  return found;
}

/** Keeps the browser open until the person closes it or presses Ctrl+C. */
async function demonstrate(launched: Launched, url: string): Promise<void> {
  const { driver } = launched;
  const closed = new Promise<void>((resolve) => driver.once('disconnected', () => resolve()));
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const [first] = await driver.pages();
  const page = first ?? (await driver.newPage());
  await page.goto(url);
  await page.bringToFront();
  console.log(`The demo page is open on ${url}`);
  console.log(
    'Right-click its password field and choose “Fill a new password”. Close the browser or press Ctrl+C to end.',
  );
  await Promise.race([closed, stopped]);
}

async function main(): Promise<void> {
  const flags = readFlags();
  if (flags.help) return console.log(HELP);
  const browser = chooseBrowser(flags.browser);
  const headless = flags.check || !hasDisplay();
  if (headless && !flags.check) console.log('There is no display, so Passmint does its main job by itself.');
  const extension = buildExtension(browser.family);
  console.log(`✓ built ${path.relative(process.cwd(), extension)}`);
  const keys = readManifest(extension).commands?.[FILL_COMMAND]?.suggested_key?.default ?? 'the shortcut';
  const demo = await serveDemo(keys);
  const launched = await launchBrowser({ browser, extension, headless, leavesSignals: true });
  try {
    console.log(
      `✓ started ${await launched.driver.version()} from ${browser.path} with Passmint in a fresh profile`,
    );
    if (!headless) return await demonstrate(launched, demo.url);
    const screenshot = path.join(ROOT, '.output', 'check.png');
    const subject = { family: browser.family, launched, extension, demoUrl: demo.url, screenshot };
    await checkMainJob(subject, (step) => console.log(`✓ ${step}`));
  } finally {
    await launched.close();
    demo.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
