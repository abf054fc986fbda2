import { until } from '../../../scripts/browsers/until.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import type { TestBrowser, TestPage } from '../browsers/types.ts';
import type { Arena, Attack, AttackResult } from './attack.ts';
import { type AttackedApi, attackedApi } from './attacked-api.ts';
import { NAMED_HOSTS, startHostileServer } from './hostile-server.ts';

declare const chrome: {
  readonly storage: Record<
    'local' | 'session',
    {
      get(key?: string): Promise<Record<string, { readonly value?: { readonly code?: string } }>>;
      remove(key: string): Promise<void>;
      clear(): Promise<void>;
    }
  >;
};

const LAUNCHERS = {
  chromium: () => launchChromium({ extension: '.output/chrome-mv3', localHosts: NAMED_HOSTS }),
  firefox: () => launchFirefox({ extension: '.output/firefox-mv3', localHosts: NAMED_HOSTS }),
};

/** Starts one browser, which all attacks share, and the attacker's server. */
export async function openArena(
  name: TestBrowser['name'],
  isThorough = false,
): Promise<Arena & { close(): Promise<void> }> {
  const server = await startHostileServer();
  const browser = await LAUNCHERS[name]();
  const own = await browser.extensionPage('options.html');
  let api: Promise<AttackedApi> | undefined;
  const close = async () => {
    await browser.close();
    await server.close();
    await (await api?.catch(() => undefined))?.close();
  };
  const openApi = () => {
    api ??= attackedApi({ browser, own });
    return api;
  };
  return { browser, server, isThorough, own, api: openApi, close };
}

/** Forgets everything that the extension has stored. */
export async function forgetAll({ own }: Arena): Promise<void> {
  await own.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
  });
}

/** Runs an attack unless the browser lacks what it needs; `undefined` then. */
export async function carryOut(attack: Attack, arena: Arena): Promise<AttackResult | undefined> {
  return attack.missing?.[arena.browser.name] === undefined ? attack.run(arena) : undefined;
}

/** Opens a page for the time of an attack. */
export async function onPage<T>(
  { browser }: Arena,
  url: string,
  act: (page: TestPage) => Promise<T>,
): Promise<T> {
  const page = await browser.open(url);
  try {
    return await act(page);
  } finally {
    await page.close();
  }
}

/** Fills by the shortcut, and returns the code of the outcome once there is one. */
export async function fillByShortcut(arena: Arena, page: TestPage, patienceMs?: number): Promise<string> {
  const { browser, own } = arena;
  await own.evaluate(() => chrome.storage.session.remove('lastOutcome'));
  await browser.pressCommand(page);
  return until('the outcome of the fill', () => lastOutcomeCode(own), patienceMs);
}

function lastOutcomeCode(own: TestPage): Promise<string | undefined> {
  return own.evaluate(async () => {
    const { lastOutcome } = await chrome.storage.session.get('lastOutcome');
    const last = lastOutcome?.value as { outcome?: { code?: string } } | undefined;
    return last?.outcome?.code;
  });
}

/** Waits until the popup has read the page, and shows a password or why there is none. */
export async function surveyed(popup: TestPage): Promise<void> {
  await popup.waitFor(
    () =>
      document.querySelector('.actions:not([data-looking])') !== null &&
      Boolean(document.querySelector('#password, .card.error')?.textContent),
  );
}

/**
 * Clicks **Fill** in the real popup, after something else has happened in the page, and waits until the popup
 * says how it went; `no offer` if it has no such button there.
 */
export async function fillByPopup(
  { browser }: Arena,
  page: TestPage,
  meanwhile = async () => {},
): Promise<'filled or told' | 'no offer'> {
  const popup = await browser.openPopup(page);
  await surveyed(popup);
  const offers = await popup.evaluate(() => document.querySelector('#fill:not([disabled])') !== null);
  if (offers) {
    await meanwhile();
    await popup.click('#fill');
    await popup.waitFor(() => document.querySelector('#note')?.textContent);
  }
  if (await browser.popupIsOpen()) await popup.close();
  return offers ? 'filled or told' : 'no offer';
}

/** Whether both fields of the sign-up form hold the same password. */
export async function isFilled(page: TestPage): Promise<boolean> {
  const [password, confirm] = [await page.value('#password'), await page.value('#confirm')];
  return password !== '' && password === confirm;
}

/** Whether something happens within a time, in milliseconds. Nothing tells of what must not happen. */
export async function happens(condition: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + patienceMs;
  do if (await condition()) return true;
  while (Date.now() < giveUpAt);
  return false;
}
