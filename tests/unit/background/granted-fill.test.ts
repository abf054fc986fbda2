// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillGranted, registerGrantedFill } from '../../../lib/background/granted-fill.ts';
import { requestOriginAccess } from '../../../lib/platform/permissions.ts';
import { PENDING_FILL_TTL_MS, pendingFill } from '../../../lib/storage/pending-fill.ts';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { openFakeTab } from '../../support/fake-tab.ts';

const matchPattern = 'https://accounts.example/*';
const PASSWORD = 'From-popup-1';
const PENDING = { tabId: 1, host: location.host, matchPattern, password: PASSWORD, at: Date.now() };
const field = () => document.querySelector('input') as HTMLInputElement;

beforeEach(async () => {
  for (const name of ['setBadgeText', 'setTitle', 'setBadgeBackgroundColor'] as const)
    fakeBrowser.action[name] = vi.fn(async () => undefined) as never;
  openFakeTab(`<form><input type="password" autocomplete="new-password"></form>`);
  await pendingFill.update(() => PENDING);
});

it('waits for the permission', async () => {
  expect(await fillGranted()).toBeUndefined();
  expect(field().value).toBe('');
});

it('fills once however often it is called, and returns the outcome', async () => {
  registerGrantedFill();
  const inputs = vi.fn();
  field().addEventListener('input', inputs);
  await requestOriginAccess(matchPattern);
  expect(await Promise.all([fillGranted(), fillGranted()])).toEqual([
    { code: 'filled', fields: 1 },
    { code: 'filled', fields: 1 },
  ]);
  expect(await fillGranted()).toEqual({ code: 'filled', fields: 1 });
  expect(field().value).toBe(PASSWORD);
  expect(await recentPasswords.read()).toMatchObject([{ password: PASSWORD, outcome: { code: 'filled' } }]);
  expect(inputs).toHaveBeenCalledTimes(1);
});

it('does nothing when another permission is given, or the pending fill is too old', async () => {
  await requestOriginAccess('https://api.example/*');
  expect(await fillGranted()).toBeUndefined();
  await pendingFill.update(() => ({ ...PENDING, at: Date.now() - PENDING_FILL_TTL_MS }));
  await requestOriginAccess(matchPattern);
  expect(await fillGranted()).toBeUndefined();
  expect(field().value).toBe('');
});
