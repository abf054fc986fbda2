// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillGranted, registerGrantedFill } from '../../../lib/background/granted-fill.ts';
import { askToCall } from '../../../lib/platform/permissions.ts';
import { PENDING_FILL_TTL_MS, pendingFill } from '../../../lib/storage/pending-fill.ts';
import { recentPasswords } from '../../../lib/storage/recent-passwords.ts';
import { openFakeTab } from '../../support/fake-tab.ts';

const matchPattern = 'https://accounts.example/*';
const PASSWORD = 'From-popup-1';
const ASK = { tabId: 1, host: location.host, matchPattern, password: PASSWORD, at: Date.now() };
const field = () => document.querySelector('input') as HTMLInputElement;

beforeEach(async () => {
  for (const name of ['setBadgeText', 'setTitle', 'setBadgeBackgroundColor'] as const)
    fakeBrowser.action[name] = vi.fn(async () => undefined) as never;
  openFakeTab(`<form><input type="password" autocomplete="new-password"></form>`);
  await pendingFill.write(ASK);
});

it('waits for the permission', async () => {
  expect(await fillGranted()).toBeUndefined();
  expect(field().value).toBe('');
});

it('fills once, whoever calls for it and however often, and says how it went', async () => {
  registerGrantedFill();
  const inputs = vi.fn();
  field().addEventListener('input', inputs);
  await askToCall(matchPattern);
  expect(await Promise.all([fillGranted(), fillGranted()])).toEqual([
    { code: 'filled', fields: 1 },
    { code: 'filled', fields: 1 },
  ]);
  expect(await fillGranted()).toEqual({ code: 'filled', fields: 1 });
  expect(field().value).toBe(PASSWORD);
  expect(await recentPasswords.read()).toMatchObject([{ password: PASSWORD, outcome: { code: 'filled' } }]);
  expect(inputs).toHaveBeenCalledTimes(1);
});

it('does nothing when another permission is given, or the ask is old', async () => {
  await askToCall('https://api.example/*');
  expect(await fillGranted()).toBeUndefined();
  await pendingFill.write({ ...ASK, at: Date.now() - PENDING_FILL_TTL_MS });
  await askToCall(matchPattern);
  expect(await fillGranted()).toBeUndefined();
  expect(field().value).toBe('');
});
