// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillGranted, guardPendingFill, registerGrantedFill } from '../../../lib/background/granted-fill.ts';
import { surveyTab } from '../../../lib/background/survey-tab.ts';
import { requestClipboardAccess, requestOriginAccess } from '../../../lib/platform/permissions.ts';
import { PENDING_FILL_TTL_MS, pendingFill } from '../../../lib/storage/pending-fill.ts';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { openFakeTab, openForbiddenTab } from '../../support/fake-tab.ts';

const matchPattern = 'https://accounts.example/*';
const PASSWORD = 'From-popup-1';
const PENDING = { tabId: 1, origin: location.origin, matchPattern, password: PASSWORD, at: Date.now() };
const field = () => document.querySelector('input') as HTMLInputElement;
/** The person grants what the popup has asked for. */
const grant = (...origins: string[]) => fakeBrowser.permissions.request({ origins });
const stored = async () => JSON.stringify(await fakeBrowser.storage.session.get());

beforeEach(async () => {
  for (const name of ['setBadgeText', 'setTitle', 'setBadgeBackgroundColor'] as const)
    fakeBrowser.action[name] = vi.fn(async () => undefined) as never;
  openFakeTab(`<form><input type="password" autocomplete="new-password"></form>`);
  await surveyTab(1);
  await pendingFill.update(() => ({ ...PENDING, at: Date.now() }));
});

afterEach(async () => {
  await pendingFill.update(() => undefined);
  await guardPendingFill(); // ends the guard
});

it('waits for the permission', async () => {
  expect(await fillGranted()).toBeUndefined();
  expect(field().value).toBe('');
});

it('fills once however often it is called, and returns the outcome', async () => {
  registerGrantedFill();
  const inputs = vi.fn();
  field().addEventListener('input', inputs);
  await grant(matchPattern);
  expect(await Promise.all([fillGranted(), fillGranted()])).toEqual([
    { code: 'filled', fields: 1 },
    { code: 'filled', fields: 1 },
  ]);
  expect(await fillGranted()).toEqual({ code: 'filled', fields: 1 });
  expect(field().value).toBe(PASSWORD);
  expect(await recentPasswords.read()).toMatchObject([{ password: PASSWORD, outcome: { code: 'filled' } }]);
  expect(inputs).toHaveBeenCalledTimes(1);
});

describe('a grant for something else', () => {
  it.each([
    ['another origin', ['https://api.example/*']],
    ['more than the fill asked for', [matchPattern, 'https://api.example/*']],
    ['every site', ['https://*/*']],
  ])('fills nothing: %s', async (_, origins) => {
    registerGrantedFill();
    // The person may have allowed the frame's site long ago.
    fakeBrowser.permissions.contains = async () => true;
    await grant(...origins);
    await expect.poll(stored).toContain(PASSWORD);
    expect(field().value).toBe('');
    expect(await recentPasswords.read()).toEqual([]);
  });

  it.each([
    ['the same origin for a password API', () => requestOriginAccess(matchPattern)],
    ['the clipboard', () => requestClipboardAccess()],
  ])('ends the pending fill once a page of ours asks for it: %s', async (_, ask) => {
    registerGrantedFill();
    await ask();
    expect(await fillGranted()).toBeUndefined();
    expect(await stored()).not.toContain(PASSWORD);
    expect(field().value).toBe('');
  });
});

describe('a pending fill', () => {
  it('is too old after a minute', async () => {
    await pendingFill.update(() => ({ ...PENDING, at: Date.now() - PENDING_FILL_TTL_MS }));
    await grant(matchPattern);
    expect(await fillGranted()).toBeUndefined();
    expect(field().value).toBe('');
  });

  it('is erased by an alarm after a minute', async () => {
    registerGrantedFill();
    await guardPendingFill();
    const alarm = await fakeBrowser.alarms.get('pending-fill');
    expect(alarm?.scheduledTime).toBeLessThanOrEqual(Date.now() + 60_000);
    fakeBrowser.alarms.onAlarm.trigger(alarm as never);
    await expect.poll(stored).not.toContain(PASSWORD);
  });

  it('is erased when its tab shows another page, but not when a frame or another tab loads', async () => {
    await guardPendingFill();
    const update = (id: number) =>
      (fakeBrowser.tabs.onUpdated as never as { trigger: (...args: unknown[]) => unknown }).trigger(
        id,
        { status: 'loading' },
        { id },
      );
    await update(1);
    expect(await fillGranted()).toBeUndefined();
    expect(await stored()).toContain(PASSWORD);
    openForbiddenTab();
    await update(2);
    expect(await stored()).toContain(PASSWORD);
    await update(1);
    await expect.poll(stored).not.toContain(PASSWORD);
  });

  it('fills nothing if its tab shows another page when the permission comes', async () => {
    await grant(matchPattern);
    openForbiddenTab();
    expect(await fillGranted()).toEqual({ code: 'moved' });
    expect(await stored()).not.toContain(PASSWORD);
  });

  it('fills no frame of another origin than the one named to the person', async () => {
    await pendingFill.update((pending) => pending && { ...pending, origin: 'https://accounts.example' });
    await grant(matchPattern);
    expect(await fillGranted()).toEqual({ code: 'moved' });
    expect(field().value).toBe('');
  });

  it.each([null, 'text', 7, [], {}, { tabId: 1 }, { ...PENDING, origin: 5 }])(
    'of a strange shape is none: %o',
    async (value) => {
      await fakeBrowser.storage.session.set({ frameAsk: { version: 2, value } });
      expect(await pendingFill.read()).toBeUndefined();
    },
  );
});
