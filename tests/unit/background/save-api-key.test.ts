import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { requestForPopup, testApi } from '../../../lib/background/api-requests.ts';
import { makePassword } from '../../../lib/background/make-password.ts';
import { saveApiKey } from '../../../lib/background/save-api-key.ts';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { allowedFrames } from '../../../lib/storage/allowed-frames.ts';
import { apiPassword } from '../../../lib/storage/api-passwords.ts';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { deleteKey } from '../../../lib/storage/key-store.ts';
import {
  configuredKey,
  configuredKeyState,
  configuredService,
  saveConfiguredKey,
} from '../../support/configured-key.ts';
import { grantedPermissions } from '../../support/fake-browser.ts';
import { type StubApi, startStubApi } from '../../support/stub-api.ts';
import { passwords } from '../../support/stub-behaviours.ts';

const KEY = 'tfn_test_0123456789abcdef';
const NEW_KEY = 'the-new-key-of-today';
const PATTERN = 'http://127.0.0.1/*';
let stub: StubApi;
let other: StubApi;

beforeAll(async () => {
  [stub, other] = await Promise.all([startStubApi(), startStubApi()]);
});
beforeEach(async () => {
  stub.behave(passwords(KEY));
  other.behave(passwords(KEY));
  await configure(stub);
  grantedPermissions.add(PATTERN);
});
afterEach(() => {
  stub.reset();
  other.reset();
});
afterAll(() => Promise.all([stub.close(), other.close()]));

const configure = ({ url }: StubApi) =>
  apiSettings.update((settings) => ({
    ...settings,
    preset: 'self-hosted',
    baseUrls: { ...settings.baseUrls, 'self-hosted': url },
  }));
const save = async (key: string, keeping: 'session' | 'device' = 'session') =>
  saveApiKey({ service: await configuredService(), key, keeping });

it('the first key is kept without a test', async () => {
  expect(await save(`  ${KEY}\n`)).toEqual({ ok: true, replaced: false });
  expect(await configuredKey()).toBe(KEY);
  expect(stub.requests).toEqual([]);
});

it.each(['', '   ', 'two\nlines', 'snow☃man'])('no key is %j', async (key) => {
  expect(await save(key)).toEqual({ ok: false, refused: 'bad_key' });
  expect(await configuredKeyState()).toEqual({ status: 'none' });
});

it('a new key replaces the old one only if the server accepts it, and counts as used then', async () => {
  await save(KEY);
  expect(await save('not-the-right-key')).toMatchObject({ ok: false, problem: { code: 'key_refused' } });
  expect(await configuredKey()).toBe(KEY);
  stub.behave(passwords(NEW_KEY));
  grantedPermissions.add(PATTERN);
  expect(await save(NEW_KEY, 'device')).toEqual({ ok: true, replaced: true });
  expect(await configuredKey()).toBe(NEW_KEY);
  expect(await configuredKeyState()).toMatchObject({
    info: { keeping: 'device', ending: 'oday', usedAt: expect.any(Number) },
  });
});

it('a key on trial is stored nowhere', async () => {
  await save(KEY);
  await save('not-the-right-key');
  const stored = [await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()];
  expect(JSON.stringify(stored)).not.toContain('not-the-right-key');
});

it('no key is sent to another server than its own, by no call', async () => {
  await save(KEY);
  const service = await configuredService();
  await configure(other);
  expect(await testApi()).toMatchObject({ problem: { code: 'no_key' } });
  expect(await testApi({ service, key: NEW_KEY })).toMatchObject({ problem: { code: 'no_key' } });
  expect(await saveApiKey({ service, key: NEW_KEY, keeping: 'session' })).toEqual({
    ok: false,
    refused: 'service_changed',
  });
  await apiSettings.update((settings) => ({ ...settings, on: true }));
  expect(await makePassword(undefined)).toMatchObject({ failure: { problem: { code: 'no_key' } } });
  expect(other.requests).toEqual([]);
  await configure(stub);
  grantedPermissions.add(PATTERN);
  expect(await makePassword(undefined)).toHaveProperty('password');
});

it('a test takes no lasting permission, unless something else needs it', async () => {
  await saveConfiguredKey({ key: KEY, keeping: 'session' });
  expect(await testApi()).toMatchObject({ ok: true });
  expect([...grantedPermissions]).toEqual([]);

  grantedPermissions.add(PATTERN);
  await apiSettings.update((settings) => ({ ...settings, on: true }));
  await testApi();
  expect([...grantedPermissions]).toEqual([PATTERN]);

  await apiSettings.update((settings) => ({ ...settings, on: false }));
  await allowedFrames.update(() => ['http://127.0.0.1:4444']);
  await testApi();
  expect([...grantedPermissions]).toEqual([PATTERN]);
});

it('a call that ends late does not bring a deleted or replaced key back', async () => {
  await apiSettings.update((settings) => ({ ...settings, on: true }));
  await save(KEY, 'device');
  for (const change of [
    deleteKey,
    async () => void (await saveConfiguredKey({ key: NEW_KEY, keeping: 'session' })),
  ]) {
    await saveConfiguredKey({ key: KEY, keeping: 'device' });
    const call = makePassword(undefined);
    await change(await configuredService());
    await call;
    expect(await configuredKey()).not.toBe(KEY);
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain(KEY);
  }
});

it('a key that the browser cannot write is not said to be saved', async () => {
  const { set } = fakeBrowser.storage.local;
  fakeBrowser.storage.local.set = () => Promise.reject(new Error('QuotaExceededError'));
  expect(await save(KEY, 'device')).toEqual({ ok: false, refused: 'not_saved' });
  fakeBrowser.storage.local.set = set;
  expect(await configuredKeyState()).toEqual({ status: 'none' });
});

it('a key that is to be rotated is told with each password for the popup', async () => {
  await apiSettings.update((settings) => ({ ...settings, on: true, reminderDays: 90 }));
  await saveConfiguredKey({ key: KEY, keeping: 'session' }, Date.now() - 100 * 86_400_000);
  await requestForPopup({ options: DEFAULT_OPTIONS });
  expect(await apiPassword.read()).toMatchObject({ oldKeyDays: 100 });
  await apiSettings.update((settings) => ({ ...settings, reminderDays: 0 }));
  await requestForPopup({ options: DEFAULT_OPTIONS });
  expect(await apiPassword.read()).not.toHaveProperty('oldKeyDays');
});
