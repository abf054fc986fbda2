import type { TestPage } from '../browsers/types.ts';
import { countLost, filledValues, onTrack, type RaceResult, resetForm, triggerFills } from './race.ts';

type Entries = readonly { readonly id: string; readonly outcome?: unknown; readonly copiedAt?: number }[];
type Changes = { readonly recentPasswords?: { readonly newValue?: { readonly value?: Entries } } };
type Listener = (changes: Changes) => void;

declare const chrome: {
  readonly windows: { create(how: { url: string }): Promise<{ id: number }> };
  readonly storage: {
    readonly session: {
      readonly onChanged: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
    };
  };
};

/** When a password is copied, in milliseconds from the expected end of a fill. */
const OFFSETS_MS = [-12, -4, 0, 6];
/** How long a round may take, in milliseconds. */
const PATIENCE_MS = 20_000;
/** The first guess of how long a fill takes from its entry to its outcome, in milliseconds. */
const FIRST_GUESS_MS = 300;

/**
 * Copies passwords in the popup while the outcome of a fill is being written to the same list, and looks for
 * all of them, filled and copied, among the recent passwords; until there are as many `copies`.
 */
export function copyAtEnd(copies: number): Promise<RaceResult> {
  return onTrack(async (track) => {
    const { chromium, pages, popup } = track;
    const url = `${pages.url}signup.html`;
    await popup.evaluate(async (url) => void (await chrome.windows.create({ url })), url);
    const page = await chromium.waitForPage(url);
    let [rounds, used, lost, expectedMs, left] = [0, 0, 0, FIRST_GUESS_MS, copies];
    while (left > 0) {
      await resetForm(page);
      const copying = copyAround(popup, expectedMs, OFFSETS_MS.slice(0, left));
      await copying.ready;
      await triggerFills(track);
      const { copied, tookMs } = await copying.done;
      const passwords = [...new Set([...copied, ...(await filledValues(page))])];
      lost += await countLost(popup, passwords);
      used += passwords.length;
      left -= copied.length;
      rounds++;
      expectedMs = (3 * expectedMs + tookMs) / 4;
    }
    return { rounds, used, lost };
  });
}

interface Copies {
  readonly copied: string[];
  /** The time from the entry of the fill to its outcome. */
  readonly tookMs: number;
}

/** Copies at these times around the end of the next fill. `ready` resolves once the popup waits for it. */
function copyAround(
  popup: TestPage,
  expectedMs: number,
  offsetsMs: readonly number[],
): { ready: Promise<void>; done: Promise<Copies> } {
  const done = popup.evaluate(watchFill, expectedMs, [...offsetsMs], PATIENCE_MS);
  const ready = popup.waitFor(() => 'isWatching' in window).then(() => undefined);
  return { ready, done };
}

/** Runs in the popup. */
function watchFill(expectedMs: number, offsetsMs: number[], patienceMs: number): Promise<Copies> {
  const shown = () => document.querySelector('#password')?.textContent ?? '';
  const press = (css: string) => document.querySelector<HTMLElement>(css)?.click();
  const another = () => {
    const before = shown();
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (shown() === before || shown() === '') return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    press('#again');
    return changed;
  };
  return new Promise((resolve, reject) => {
    const copied: string[] = [];
    const giveUp = () =>
      reject(
        new Error(`The fill did not end: began ${fillId !== ''}, ${copied.length} copies, ${tookMs} ms.`),
      );
    setTimeout(giveUp, patienceMs);
    let [fillId, beganAt, tookMs] = ['', 0, 0];
    let fresh = another();
    const copy = () => {
      fresh = fresh.then(() => {
        copied.push(shown());
        press('#copy');
        endIfDone();
        return another();
      });
    };
    const endIfDone = () => {
      if (copied.length < offsetsMs.length || tookMs === 0) return;
      chrome.storage.session.onChanged.removeListener(listener);
      delete (window as { isWatching?: true }).isWatching;
      resolve({ copied, tookMs });
    };
    const listener: Listener = ({ recentPasswords }) => {
      const entries = recentPasswords?.newValue?.value ?? [];
      const [newest] = entries;
      if (!fillId) {
        // The last copy of the round before may be written again.
        if (!newest || newest.copiedAt !== undefined || newest.outcome) return;
        [fillId, beganAt] = [newest.id, performance.now()];
        for (const offset of offsetsMs) setTimeout(copy, Math.max(0, expectedMs + offset));
      } else if (tookMs === 0 && entries.some(({ id, outcome }) => id === fillId && outcome)) {
        tookMs = performance.now() - beganAt;
        endIfDone();
      }
    };
    chrome.storage.session.onChanged.addListener(listener);
    Object.assign(window, { isWatching: true });
  });
}
