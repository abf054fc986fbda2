// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerCommand } from '../../../lib/background/commands.ts';
import { fillTab } from '../../../lib/background/fill-tab.ts';
import { registerMenu } from '../../../lib/background/menus.ts';
import { lastOutcome } from '../../../lib/storage/last-outcome.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { badges, fakeBadges } from '../../support/fake-badge.ts';
import { fakeServer, type HeldRequest, SERVER, SERVER_PASSWORD } from '../../support/fake-server.ts';
import { openFakeTab } from '../../support/fake-tab.ts';
import { text } from '../../support/locale.ts';

const TAB = { tabId: 1, incognito: false, hint: 'nothing' } as const;
const SHOWN = { ...TAB, frameId: 0, origin: location.origin };
const SHOWN_PASSWORD = 'From-the-popup-1';
const values = () => [...document.querySelectorAll('input')].map(({ value }) => value);
const title = (sentence: string) => text('badge_title', sentence);
const FILLED_BY_SERVER = title(`${text('fill_filled', 2)} ${text('fill_made_by', SERVER)}`);

let requests: readonly HeldRequest[];
/** The document that the tab shows, as the browser tells it apart. */
let shown: unknown;

beforeEach(async () => {
  fakeBadges();
  openFakeTab('<input type="password" autocomplete="new-password">'.repeat(2));
  requests = await fakeServer();
  shown = 1;
  const { executeScript } = fakeBrowser.scripting;
  fakeBrowser.scripting.executeScript = (async (injection: { func?: () => unknown; args?: unknown }) => {
    const asksForDocument = String(injection.func).includes('timeOrigin');
    return asksForDocument ? [{ frameId: 0, result: shown }] : executeScript(injection as never);
  }) as never;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const asked = (count: number) => expect.poll(() => requests.length).toBe(count);
const remember = () =>
  rememberPassword({
    action: 'filled',
    incognito: false,
    password: SHOWN_PASSWORD,
    host: location.host,
  });

/** Presses the key, or chooses the item of the menu. */
const press = {
  key: () => (fakeBrowser.commands.onCommand as never as Trigger).trigger('fill-password', { id: 1 }),
  menu: () =>
    (fakeBrowser.contextMenus.onClicked as never as Trigger).trigger(
      { menuItemId: 'fill-password', frameId: 0 },
      { id: 1 },
    ),
};
interface Trigger {
  readonly trigger: (...args: unknown[]) => unknown;
}

describe('a press while a fill is under way in the tab', () => {
  it.each(['key', 'menu'] as const)(
    'of the %s sends no request and makes no second password',
    async (second) => {
      registerCommand();
      registerMenu();
      press.key();
      await asked(1);
      press[second]();
      press[second]();
      const shared = fillTab(TAB); // waits until the presses before it have been handled
      await expect.poll(() => badges.byTab.get(1)?.title).toBe(title(text('fill_asking', SERVER)));
      requests[0]?.answer();
      expect(await shared).toMatchObject({ code: 'filled', madeBy: SERVER });
      expect(requests).toHaveLength(1);
      expect(await recentPasswords.read()).toMatchObject([{ password: SERVER_PASSWORD, madeBy: SERVER }]);
      expect(values()).toEqual([SERVER_PASSWORD, SERVER_PASSWORD]);
    },
  );

  it('in another tab begins a fill of that tab', async () => {
    const fills = [fillTab(TAB), fillTab({ ...TAB, tabId: 2 })];
    await asked(2);
    for (const { answer } of requests) answer();
    await Promise.all(fills);
    expect([...badges.byTab.keys()]).toEqual([1, 2]);
  });

  it('fills again once the first has ended', async () => {
    const first = fillTab(TAB);
    await asked(1);
    requests[0]?.answer();
    await first;
    void fillTab(TAB);
    await asked(2);
    requests[1]?.answer();
  });
});

describe('the badge', () => {
  it('says at once that a fill by the key has begun, then who is asked, then how it went', async () => {
    const filling = fillTab(TAB);
    expect(badges.byTab.get(1)).toEqual({ text: '…', title: title(text('fill_running')) });
    await asked(1);
    expect(badges.byTab.get(1)).toEqual({ text: '…', title: title(text('fill_asking', SERVER)) });
    requests[0]?.answer();
    await filling;
    expect(badges.byTab.get(1)).toEqual({ text: '✓', title: FILLED_BY_SERVER });
  });

  it('says of a fill from the popup only how it went', async () => {
    await fillTab(SHOWN, (await remember()).id);
    expect(badges.texts).toEqual(['✓']);
  });
});

describe('a tab that goes to another page while a server is asked', () => {
  it('can be filled there at once, and the outcome of the first page is not shown there', async () => {
    const first = fillTab(TAB);
    await asked(1);
    shown = 2;
    const second = fillTab(TAB);
    await asked(2);
    expect(requests[0]?.signal?.aborted).toBe(true);
    expect(await first).toEqual({ code: 'moved' });
    expect(badges.byTab.get(1)?.text).toBe('…');
    requests[1]?.answer();
    expect(await second).toMatchObject({ code: 'filled' });
    expect(badges.texts).not.toContain('!');
    expect(await lastOutcome.read()).toMatchObject({ outcome: { code: 'filled' } });
    expect(await recentPasswords.read()).toHaveLength(1);
  });

  it('ends the request without another press, and says that the page changed', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const first = fillTab(TAB);
    await asked(1);
    shown = 2;
    await vi.advanceTimersByTimeAsync(1100);
    expect(await first).toEqual({ code: 'moved' });
    expect(requests[0]?.signal?.aborted).toBe(true);
    expect(badges.byTab.get(1)).toEqual({ text: '!', title: title(text('fill_moved')) });
    expect(await lastOutcome.read()).toMatchObject({ outcome: { code: 'moved' } });
  });
});

describe('a fill from the popup', () => {
  it('goes before a press that still waits for its password, which then fills nothing', async () => {
    const { id } = await remember();
    const pressed = fillTab(TAB);
    await asked(1);
    expect(await fillTab(SHOWN, id)).toEqual({ code: 'filled', fields: 2 });
    expect(requests[0]?.signal?.aborted).toBe(true);
    await pressed;
    expect(values()).toEqual([SHOWN_PASSWORD, SHOWN_PASSWORD]);
    expect(badges.byTab.get(1)).toEqual({ text: '✓', title: title(text('fill_filled', 2)) });
    expect(await lastOutcome.read()).toBeNull();
    expect(await recentPasswords.read()).toMatchObject([{ password: SHOWN_PASSWORD }]);
  });

  it('comes after a press whose password the page is getting', async () => {
    const { id } = await remember();
    let fromPopup: Promise<unknown> | undefined;
    document.querySelector('input')?.addEventListener('input', () => {
      fromPopup ??= fillTab(SHOWN, id);
    });
    const pressed = fillTab(TAB);
    await asked(1);
    requests[0]?.answer();
    expect(await pressed).toMatchObject({ code: 'filled', madeBy: SERVER });
    expect(await fromPopup).toEqual({ code: 'filled', fields: 2 });
    expect(values()).toEqual([SHOWN_PASSWORD, SHOWN_PASSWORD]);
  });

  it('fills once however often it is asked for at once', async () => {
    const { id } = await remember();
    const inputs = vi.fn();
    document.querySelector('input')?.addEventListener('input', inputs);
    await Promise.all([fillTab(SHOWN, id), fillTab(SHOWN, id)]);
    expect(inputs).toHaveBeenCalledTimes(1);
  });
});
