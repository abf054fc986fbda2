import type { TestPage } from '../browsers/types.ts';
import {
  countLost,
  filledValues,
  onTrack,
  type RaceResult,
  resetForm,
  type Track,
  triggerFills,
} from './race.ts';

declare const chrome: {
  readonly windows: { create(how: { url: string }): Promise<{ id: number }> };
};

/**
 * Fills the forms of two Chromium windows at the same moment while a popup copies a third password, and looks
 * for all three among the recent passwords; as many times as there are `pairs`.
 */
export function fillAtOnce(pairs: number): Promise<RaceResult> {
  return onTrack(async (track) => {
    const windows = await openTwo(track, `${track.pages.url}signup.html`);
    let [used, lost] = [0, 0];
    for (let round = 0; round < pairs; round++) {
      const passwords = await fillOnce(track, windows);
      used += passwords.length;
      lost += await countLost(track.popup, passwords);
    }
    return { rounds: pairs, used, lost };
  });
}

async function openTwo({ chromium, popup }: Track, url: string): Promise<TestPage[]> {
  const opened: TestPage[] = [];
  for (const name of ['one', 'two']) {
    const address = `${url}?${name}`;
    await popup.evaluate(async (url) => void (await chrome.windows.create({ url })), address);
    opened.push(await chromium.waitForPage(address));
  }
  return opened;
}

/** One round; returns the passwords that were used. */
async function fillOnce(track: Track, windows: TestPage[]): Promise<string[]> {
  for (const page of windows) await resetForm(page);
  const [, copied] = await Promise.all([triggerFills(track), copyOne(track.popup)]);
  const inFields = await Promise.all(windows.map(filledValues));
  return [...new Set([...inFields.flat(), copied])];
}

/** Makes another password in the popup, copies it, and returns it. */
function copyOne(popup: TestPage): Promise<string> {
  return popup.evaluate(() => {
    const shown = () => document.querySelector('#password')?.textContent ?? '';
    const press = (css: string) => document.querySelector<HTMLElement>(css)?.click();
    const before = shown();
    return new Promise<string>((resolve) => {
      const copy = () => {
        if (shown() === before || shown() === '') return;
        observer.disconnect();
        press('#copy');
        resolve(shown());
      };
      const observer = new MutationObserver(copy);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      press('#again');
    });
  });
}
