import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerClipboardClearing } from '../../../lib/background/clipboard-clearing.ts';
import { eraseAfterPrivateWindows, registerPrivateWindows } from '../../../lib/background/private-windows.ts';
import { loadKnownRules, resolveSiteRule } from '../../../lib/background/resolve-site-rule.ts';
import { CLEAR_ALARM } from '../../../lib/platform/clipboard-alarm.ts';
import { apiPassword, readSeenPasswords, recordSeenPassword } from '../../../lib/storage/api-passwords.ts';
import { lastOutcome, recordLastOutcome } from '../../../lib/storage/last-outcome.ts';
import { recordSiteErrors } from '../../../lib/storage/learnt-rules.ts';
import { pendingFill } from '../../../lib/storage/pending-fill.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { grantedPermissions } from '../../support/fake-browser.ts';

const ORDINARY = { id: 1, incognito: false };
const PRIVATE = { id: 2, incognito: true };
const SECRET = 'Im-Fenster-nebenan-7';
const HOST = 'geheim.example';

/** The open windows, and the tabs by their ids. */
const open = { windows: [ORDINARY, PRIVATE], tabs: new Set([5]) };
/** The alarms that are set. */
const alarms = new Set<string>();

beforeEach(() => {
  open.windows = [ORDINARY, PRIVATE];
  open.tabs = new Set([5]);
  alarms.clear();
  fakeBrowser.windows.getAll = vi.fn(async () => open.windows) as never;
  fakeBrowser.tabs.get = vi.fn(async (id: number) => {
    if (!open.tabs.has(id)) throw new Error(`No tab with id: ${id}.`);
    return { id, incognito: true };
  }) as never;
  fakeBrowser.alarms.get = vi.fn(async (name: string) => (alarms.has(name) ? { name } : undefined)) as never;
});

/** Leaves in storage whatever a visit in a private window can leave there. */
async function visit(incognito: boolean): Promise<void> {
  const password = incognito ? SECRET : 'An-ordinary-one-1';
  const host = incognito ? HOST : 'offen.example';
  await rememberPassword({ action: 'filled', password, host, incognito });
  await recordLastOutcome({ outcome: { code: 'no_field' }, host, at: 1, incognito });
  await recordSiteErrors(host, ['At most 9 characters'], incognito);
  await recordSeenPassword(`${password}-by-server`, incognito);
  const made = {
    host: 'api.example',
    entropyAtMostBits: 99,
    strengthAtMost: 'strong',
    serverClaims: {},
  } as const;
  await apiPassword.update(() => ({ ...made, id: 'x', password, incognito }));
  await pendingFill.update(() => ({
    tabId: 5,
    origin: `https://${host}`,
    matchPattern: `https://${host}/*`,
    password,
    at: 1,
  }));
}

const everything = async () =>
  JSON.stringify([await fakeBrowser.storage.session.get(), await fakeBrowser.storage.local.get()]);

describe('when the last private window closes', () => {
  it('nothing that it left can be found any more', async () => {
    registerPrivateWindows();
    await visit(true);
    open.windows = [ORDINARY];
    open.tabs.clear();
    fakeBrowser.windows.onRemoved.trigger(2);
    await expect.poll(everything).not.toMatch(new RegExp(`${SECRET}|${HOST}`));
  });

  it('the same holds where the browser still lists the window that is closing', async () => {
    registerPrivateWindows();
    await visit(true);
    open.tabs.clear();
    fakeBrowser.windows.onRemoved.trigger(2);
    await expect.poll(everything).not.toMatch(new RegExp(`${SECRET}|${HOST}`));
  });

  it('everything else stays', async () => {
    await visit(false);
    open.windows = [ORDINARY];
    const before = await everything();
    await eraseAfterPrivateWindows();
    expect(await everything()).toBe(before);
  });

  it.each([
    ['an ordinary window closes', 1, [PRIVATE]],
    ['one of two private windows closes', 3, [ORDINARY, PRIVATE]],
  ])('and not before: %s', async (_, removed, windows) => {
    await visit(true);
    open.windows = windows;
    await eraseAfterPrivateWindows(removed);
    expect(await everything()).toContain(SECRET);
    expect(await lastOutcome.read()).toMatchObject({ host: HOST });
  });

  it('what the browser’s end or a stopped background has left is erased at the next start', async () => {
    await visit(true);
    open.windows = [ORDINARY];
    open.tabs.clear();
    registerPrivateWindows();
    await expect.poll(everything).not.toMatch(new RegExp(`${SECRET}|${HOST}`));
  });
});

describe('while a private window is open', () => {
  it('nothing of it is written to disk', async () => {
    await visit(true);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
  });

  it('what its sites have shown is known in it only, and what was known before is known there too', async () => {
    await visit(true);
    await visit(false);
    const lengthOn = async (host: string, incognito: boolean) => {
      const known = loadKnownRules(incognito);
      const { rule } = await resolveSiteRule(`https://${host}`, { minLength: -1, texts: [] }, known);
      return rule.maxLength;
    };
    expect(await lengthOn(HOST, true)).toBe(9);
    expect(await lengthOn(HOST, false)).toBeUndefined();
    expect(await lengthOn('offen.example', true)).toBe(9);
    expect(await lengthOn('offen.example', false)).toBe(9);
  });

  it('a password of its server is not accepted again, wherever it comes', async () => {
    await recordSeenPassword('served', true);
    expect(await readSeenPasswords()).toContain('served');
  });
});

describe('a password that was copied in a private window', () => {
  beforeEach(() => {
    for (const name of ['clipboardRead', 'clipboardWrite']) grantedPermissions.add(name);
    alarms.add(CLEAR_ALARM);
    registerClipboardClearing();
  });

  /** Puts a text into the clipboard and lets the alarm ring; returns what is in the clipboard then. */
  async function clipboardAfterAlarm(text: string): Promise<() => string> {
    let held = text;
    vi.stubGlobal('navigator', {
      locks: navigator.locks,
      clipboard: {
        readText: async () => held,
        writeText: async (written: string) => {
          held = written;
        },
      },
    });
    await fakeBrowser.alarms.onAlarm.trigger({ name: CLEAR_ALARM } as never);
    return () => held;
  }

  it('is cleared from the clipboard on time though the window has closed, by a digest alone', async () => {
    await rememberPassword({ action: 'copied', password: SECRET, incognito: true });
    open.windows = [ORDINARY];
    await eraseAfterPrivateWindows();
    expect(await everything()).not.toContain(SECRET);
    const held = await clipboardAfterAlarm(SECRET);
    await expect.poll(held).toBe('');
    await expect.poll(everything).not.toContain('digest');
  });

  it('leaves what was copied since alone', async () => {
    await rememberPassword({ action: 'copied', password: SECRET, incognito: true });
    open.windows = [ORDINARY];
    await eraseAfterPrivateWindows();
    const held = await clipboardAfterAlarm('my own text');
    await expect.poll(everything).not.toContain('digest');
    expect(held()).toBe('my own text');
  });

  it('leaves no digest where nothing is to be cleared', async () => {
    alarms.clear();
    await rememberPassword({ action: 'copied', password: SECRET, incognito: true });
    open.windows = [ORDINARY];
    await eraseAfterPrivateWindows();
    expect(await everything()).not.toContain('digest');
    expect(await recentPasswords.read()).toEqual([]);
  });
});
