// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerCommand } from '../../../lib/background/commands.ts';
import { fillTab } from '../../../lib/background/fill-tab.ts';
import { fillGranted } from '../../../lib/background/granted-fill.ts';
import { registerPrivateWindows } from '../../../lib/background/private-windows.ts';
import { surveyTab, undoTab } from '../../../lib/background/survey-tab.ts';
import { lastOutcome } from '../../../lib/storage/last-outcome.ts';
import { pendingFill } from '../../../lib/storage/pending-fill.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { badges, fakeBadges } from '../../support/fake-badge.ts';
import { grantedPermissions } from '../../support/fake-browser.ts';
import { fakeServer } from '../../support/fake-server.ts';
import { openFakeTab } from '../../support/fake-tab.ts';
import { text } from '../../support/locale.ts';

const TAB = { tabId: 1, incognito: false, hint: 'nothing' } as const;
const values = () => [...document.querySelectorAll('input')].map(({ value }) => value);
const badge = () => badges.byTab.get(1);
const failure = (sentence: string) => ({ text: '!', title: text('badge_title', sentence) });
const FULL = new Error('QUOTA_BYTES quota exceeded');

/** Makes the browser fail to write these items in memory; without names it fails to write any. */
function failWrites(...keys: string[]): void {
  const { set } = fakeBrowser.storage.session;
  vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation(async (items) => {
    if (keys.length === 0 || Object.keys(items).some((key) => keys.includes(key))) throw FULL;
    return set(items);
  });
}

/** Makes the browser fail to read what is on disk. */
function failDisk(): void {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
}

beforeEach(() => {
  fakeBadges();
  openFakeTab('<input type="password" autocomplete="new-password">'.repeat(2));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a password that cannot be stored', () => {
  it('is not filled, and the badge says so', async () => {
    failWrites();
    expect(await fillTab(TAB)).toEqual({ code: 'not_saved' });
    expect(values()).toEqual(['', '']);
    expect(badge()).toEqual(failure(`${text('fill_not_saved')} ${text('fill_unrecorded')}`));
  });

  it('is not filled by the key either, which rejects nothing', async () => {
    failWrites('recentPasswords');
    registerCommand();
    (fakeBrowser.commands.onCommand as never as { trigger: (...args: unknown[]) => void }).trigger(
      'fill-password',
      { id: 1, incognito: false },
    );
    await expect.poll(badge).toEqual(failure(text('fill_not_saved')));
    expect(values()).toEqual(['', '']);
    expect(await lastOutcome.read()).toMatchObject({ outcome: { code: 'not_saved' } });
  });

  it('is not filled if it comes from a server', async () => {
    const requests = await fakeServer();
    failWrites('apiSeen');
    const filling = fillTab(TAB);
    await expect.poll(() => requests.length).toBe(1);
    requests[0]?.answer();
    expect(await filling).toEqual({ code: 'not_saved' });
    expect(values()).toEqual(['', '']);
  });

  it('is not filled after a permission was granted for its frame', async () => {
    const matchPattern = 'https://accounts.example/*';
    await surveyTab(1);
    const pending = { tabId: 1, origin: location.origin, matchPattern, password: 'From-popup-1' };
    await pendingFill.update(() => ({ ...pending, at: Date.now() }));
    grantedPermissions.add(matchPattern);
    failWrites('recentPasswords');
    expect(await fillGranted()).toEqual({ code: 'not_saved' });
    expect(values()).toEqual(['', '']);
    expect(badge()).toEqual(failure(text('fill_not_saved')));
  });
});

describe('a permission for a frame that is granted while the storage fails', () => {
  const grant = async () => {
    const matchPattern = 'https://accounts.example/*';
    await surveyTab(1);
    const pending = { tabId: 1, origin: location.origin, matchPattern, password: 'From-popup-1' };
    await pendingFill.update(() => ({ ...pending, at: Date.now() }));
    grantedPermissions.add(matchPattern);
  };

  it('fills the frame although the disk fails', async () => {
    await grant();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(FULL);
    expect(await fillGranted()).toEqual({ code: 'filled', fields: 2 });
  });

  it('fills once, although that cannot be stored', async () => {
    await grant();
    failWrites('frameAsk');
    const inputs = vi.fn();
    document.querySelector('input')?.addEventListener('input', inputs);
    expect(await fillGranted()).toEqual({ code: 'filled', fields: 2 });
    expect(await fillGranted()).toEqual({ code: 'filled', fields: 2 });
    expect(inputs).toHaveBeenCalledTimes(1);
  });
});

describe('a browser that fails before the fill', () => {
  it.each([
    ['reading the options', failDisk],
    [
      'comparing addresses',
      () =>
        vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(() => {
          throw new Error('gone');
        }),
    ],
  ])('ends it with an outcome that the badge shows: %s', async (_, fail) => {
    vi.stubGlobal('reportError', vi.fn());
    fail();
    expect(await fillTab(TAB)).toEqual({ code: 'failed' });
    expect(values()).toEqual(['', '']);
    expect(badge()).toEqual(failure(text('fill_failed')));
    expect(await lastOutcome.read()).toMatchObject({ outcome: { code: 'failed' } });
  });

  it('leaves no rejection behind where nothing was to be filled', async () => {
    openFakeTab('<p>An article</p>');
    failDisk();
    const survey = surveyTab(1);
    await expect(survey).rejects.toThrow();
    expect(['failed', 'no_field']).toContain((await fillTab(TAB)).code);
  });
});

describe('a browser that fails after the page was filled', () => {
  it('leaves the outcome on the badge, which says that the popup does not show it', async () => {
    let filled = false;
    const { set } = fakeBrowser.storage.session;
    document.querySelector('input')?.addEventListener('input', () => {
      filled = true;
    });
    vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation(async (items) => {
      if (filled) throw FULL;
      return set(items);
    });
    expect(await fillTab(TAB)).toMatchObject({ code: 'filled' });
    const [password] = values();
    expect(badge()).toEqual({
      text: '✓',
      title: text('badge_title', `${text('fill_filled', 2)} ${text('fill_unrecorded')}`),
    });
    expect(await recentPasswords.read()).toMatchObject([{ password }]);
  });

  it('says so too where only the last outcome is not stored', async () => {
    failWrites('lastOutcome');
    await fillTab(TAB);
    expect(badge()?.title).toContain(text('fill_unrecorded'));
  });

  it('does not keep an undo from being told', async () => {
    const use = { action: 'filled', incognito: false, host: location.host } as const;
    const { id } = await rememberPassword({ ...use, password: 'From-popup-1' });
    await fillTab({ ...TAB, frameId: 0, origin: location.origin }, id);
    failWrites();
    expect(await undoTab(1)).toEqual({ restored: 2, left: 0 });
  });
});

describe('work that nobody waits for', () => {
  it('leaves no rejection behind when the storage fails', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    fakeBrowser.windows.getAll = vi.fn(async () => []) as never;
    const get = vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(FULL);
    registerPrivateWindows();
    await expect.poll(() => get.mock.calls.length).toBeGreaterThan(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(reported).not.toHaveBeenCalled();
  });
});
