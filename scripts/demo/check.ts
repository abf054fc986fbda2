import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { FILL_COMMAND } from '../../lib/platform/command-id.ts';
import { pressAccelerator } from '../browsers/accelerator.ts';
import { FirefoxWindow } from '../browsers/firefox-window.ts';
import type { Launched } from '../browsers/launch.ts';
import { readManifest } from '../browsers/manifest.ts';
import { until } from '../browsers/until.ts';

/** What the check works on. */
export interface CheckSubject {
  readonly family: 'chromium' | 'firefox';
  readonly launched: Launched;
  readonly extension: string;
  readonly demoUrl: string;
  /** The file for a screenshot of the filled page. */
  readonly screenshot: string;
}

/**
 * Does Passmint's main job without a display: makes, copies and fills a password. Reports each finished step.
 */
export async function checkMainJob(subject: CheckSubject, report: (step: string) => void): Promise<void> {
  const popup = await openPopupPage(subject);
  const made = await textOf(popup, '#password');
  if (made === '') throw new Error('the popup shows no password');
  report(`made a ${[...made].length}-character password (${await strengthIn(popup)})`);

  await popup.bringToFront();
  await popup.click('#copy');
  await until('the clipboard to hold the password', async () => (await readClipboard(subject)) === made);
  report('copied it: the clipboard holds the same password');

  const demo = await subject.launched.driver.newPage();
  await demo.goto(subject.demoUrl);
  await demo.bringToFront();
  await triggerCommand(subject, demo);
  const length = await until('both password fields to hold the same new value', () => filledLength(demo));
  report(
    `filled both password fields with the same new ${length}-character password, by the keyboard command`,
  );

  await until('the page to say that the passwords match', () =>
    demo.evaluate(() => document.querySelector<HTMLElement>('#match')?.dataset.good === 'yes'),
  );
  report(`the page’s own script saw it: “${await textOf(demo, '#match')}”`);

  mkdirSync(path.dirname(subject.screenshot), { recursive: true });
  await demo.screenshot({ path: subject.screenshot as `${string}.png` });
  report(`wrote a picture of the filled page to ${path.relative(process.cwd(), subject.screenshot)}`);
}

async function openPopupPage(subject: CheckSubject): Promise<Page> {
  const { driver, extensionUrl, extensionId } = subject.launched;
  const page = await driver.newPage();
  const url = `${extensionUrl}popup.html`;
  if (subject.family === 'firefox') {
    await page.bringToFront();
    await (await FirefoxWindow.of(driver, extensionId)).load(url);
  } else {
    await page.goto(url);
  }
  await until('the popup to show a password', () => textOf(page, '#password').catch(() => ''));
  return page;
}

function textOf(page: Page, selector: string): Promise<string> {
  return page.evaluate((css) => document.querySelector(css)?.textContent?.trim() ?? '', selector);
}

async function strengthIn(popup: Page): Promise<string> {
  const text = (await textOf(popup, '#strength')).toLowerCase();
  // "Very strong · 104.6 bits" in the popup; a comma reads better in a sentence.
  return text.replace(/\s*[·,]\s*/g, ', ').replace(/\s+/g, ' ');
}

/**
 * Pastes the clipboard where the result can be read. Headless browsers have their own, which no other program
 * shares.
 */
async function readClipboard(subject: CheckSubject): Promise<string> {
  const { driver, extensionId } = subject.launched;
  if (subject.family === 'firefox') {
    return (await FirefoxWindow.of(driver, extensionId)).run('return navigator.clipboard.readText()');
  }
  const scratch = await driver.newPage();
  try {
    await scratch.setContent('<textarea></textarea>');
    await scratch.focus('textarea');
    await scratch.keyboard.press('KeyV', { commands: ['Paste'] });
    return await scratch.$eval('textarea', (area) => area.value);
  } finally {
    await scratch.close();
  }
}

/**
 * Triggers the command as its keys do, which grants the extension the page. The build therefore runs as it
 * ships.
 */
async function triggerCommand(subject: CheckSubject, page: Page): Promise<void> {
  const commands = readManifest(subject.extension).commands ?? {};
  const keys = commands[FILL_COMMAND]?.suggested_key?.default;
  if (!keys) throw new Error(`the manifest suggests no keys for the command ${FILL_COMMAND}`);
  if (subject.family === 'chromium') return pressAccelerator(page, keys);
  const window = await FirefoxWindow.of(subject.launched.driver, subject.launched.extensionId);
  return window.triggerCommand(Object.keys(commands).indexOf(FILL_COMMAND));
}

/** The length of the value that both fields have, or 0 while they differ or are empty. */
function filledLength(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [first, second] = [...document.querySelectorAll<HTMLInputElement>('#password, #confirm')];
    return first && first.value === second?.value ? [...first.value].length : 0;
  });
}
