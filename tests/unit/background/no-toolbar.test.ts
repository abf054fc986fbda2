// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillTab } from '../../../lib/background/fill-tab.ts';
import { toolbarTabOf } from '../../../lib/platform/toolbar.ts';
import { lastOutcome } from '../../../lib/storage/last-outcome.ts';
import { badges, fakeBadges } from '../../support/fake-badge.ts';
import { openFakeTab } from '../../support/fake-tab.ts';
import { text } from '../../support/locale.ts';

interface FakeTab {
  readonly id: number;
  readonly windowId: number;
  readonly active: boolean;
  readonly incognito: boolean;
  readonly lastAccessed: number;
  readonly openerTabId?: number;
}

const ORDINARY = { active: true, incognito: false };
const PRIVATE = { active: true, incognito: true };
/** Two ordinary windows, a private one, and a window without a toolbar for each sort. */
const TABS: readonly FakeTab[] = [
  { id: 1, windowId: 1, ...ORDINARY, lastAccessed: 10 },
  { id: 2, windowId: 1, ...ORDINARY, active: false, lastAccessed: 5 },
  { id: 3, windowId: 2, ...ORDINARY, lastAccessed: 20 },
  { id: 4, windowId: 3, ...PRIVATE, lastAccessed: 90 },
  { id: 10, windowId: 10, ...ORDINARY, lastAccessed: 99 },
  { id: 11, windowId: 11, ...ORDINARY, lastAccessed: 98, openerTabId: 2 },
  { id: 12, windowId: 12, ...PRIVATE, lastAccessed: 97, openerTabId: 1 },
];
const typeOf = (windowId: number) => (windowId >= 10 ? 'popup' : 'normal');

/** The tabs that are open. */
let open: readonly FakeTab[];

beforeEach(() => {
  open = TABS;
  fakeBadges();
  fakeBrowser.tabs.get = vi.fn(async (id: number) => {
    const tab = open.find((one) => one.id === id);
    if (!tab) throw new Error(`No tab with id: ${id}.`);
    return tab;
  }) as never;
  fakeBrowser.windows.get = vi.fn(async (id: number) => ({ id, type: typeOf(id) })) as never;
  fakeBrowser.windows.getAll = vi.fn(async () => [{ id: 3, incognito: true }]) as never;
  fakeBrowser.tabs.query = vi.fn(async ({ windowType }: { windowType?: string }) =>
    open.filter((tab) => tab.active && (!windowType || typeOf(tab.windowId) === windowType)),
  ) as never;
});

describe('the tab that shows what a window without a toolbar cannot', () => {
  it.each([
    ['is the visible one of the opener’s window, where the browser gives the opener', 11, 1],
    ['is the one that was used last, where it does not', 10, 3],
    ['of a private window is a private one, even if an ordinary page has opened it', 12, 4],
    ['is none for a window with a toolbar', 1, undefined],
    ['is none for a tab that has been closed', 99, undefined],
  ])('%s', async (_, tabId, expected) => {
    expect(await toolbarTabOf(tabId)).toBe(expected);
  });

  it('is none if only windows of the other sort are open', async () => {
    open = TABS.filter(({ id }) => id !== 4);
    expect(await toolbarTabOf(12)).toBeUndefined();
    open = TABS.filter(({ id, incognito }) => incognito || id === 10);
    expect(await toolbarTabOf(10)).toBeUndefined();
  });
});

describe('a fill in a window without a toolbar', () => {
  beforeEach(() => openFakeTab('<input type="password" autocomplete="new-password">'));

  it('shows its outcome on the opener’s window too, and in the popup', async () => {
    const filling = fillTab({ tabId: 11, incognito: false, hint: 'nothing' });
    await expect.poll(() => badges.byTab.get(1)?.text).toBe('…');
    await filling;
    const sentence = text('fill_filled', 1);
    expect(badges.byTab.get(11)).toEqual({ text: '✓', title: text('badge_title', sentence) });
    expect(badges.byTab.get(1)).toEqual({ text: '✓', title: text('badge_title_window', sentence) });
    expect(await lastOutcome.read()).toMatchObject({ outcome: { code: 'filled' }, noToolbar: true });
  });

  it('shows nothing of a private window on an ordinary one', async () => {
    await fillTab({ tabId: 12, incognito: true, hint: 'nothing' });
    expect([...badges.byTab.keys()].sort((a, b) => a - b)).toEqual([4, 12]);
  });

  it('with a toolbar shows it there alone, and says no more in the popup', async () => {
    await fillTab({ tabId: 3, incognito: false, hint: 'nothing' });
    expect([...badges.byTab.keys()]).toEqual([3]);
    expect(await lastOutcome.read()).not.toHaveProperty('noToolbar');
  });
});
