import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { apiSettings } from '../../../lib/storage/api-settings.ts';
import { keyState, servicesWithKey } from '../../../lib/storage/key-state.ts';
import { openKey, unlockKey } from '../../../lib/storage/key-store.ts';
import { migrateKey } from '../../../lib/storage/migrate-key.ts';
import { lockText } from '../../../lib/storage/passphrase-lock.ts';

const KEY = 'tfn_test_0123456789abcdef';
const SERVICE = 'self-hosted http://127.0.0.1:9999';
const INFO = { ending: 'cdef', savedAt: 7, usedAt: 8 };

/** Stores what the version before has stored. */
const store = (items: Record<string, unknown>, baseUrl = 'http://127.0.0.1:9999/') =>
  fakeBrowser.storage.local.set({
    api: { version: 1, value: { on: true, preset: 'self-hosted', baseUrl } },
    ...Object.fromEntries(Object.entries(items).map(([key, value]) => [key, { version: 1, value }])),
  });
const onDisk = async () => JSON.stringify(await fakeBrowser.storage.local.get());

it('a plain key of an older version is encrypted for the configured service, and erased', async () => {
  await store({ apiKeyPlain: { key: KEY, info: { ...INFO, keeping: 'plain' } } });
  await migrateKey();
  expect(await onDisk()).not.toContain(KEY);
  expect(await openKey(SERVICE)).toMatchObject({ key: KEY });
  expect(await keyState(SERVICE)).toMatchObject({ info: { keeping: 'device', savedAt: 7 } });
  await migrateKey();
  expect(await openKey(SERVICE)).toMatchObject({ key: KEY });
});

it('a locked key of an older version keeps its passphrase', async () => {
  const locked = await lockText(KEY, 'correct horse');
  await store({ apiKeyLocked: { locked, info: { ...INFO, keeping: 'passphrase' } } });
  await migrateKey();
  expect(await keyState(SERVICE)).toMatchObject({ status: 'locked', info: { ending: 'cdef', savedAt: 7 } });
  expect(await unlockKey(SERVICE, 'correct horse')).toEqual({ unlocked: true });
  expect(await openKey(SERVICE)).toMatchObject({ key: KEY });
  expect(await onDisk()).not.toContain('apiKeyLocked');
});

it('a key without a valid base URL is encrypted all the same, and listed', async () => {
  await store({ apiKeyPlain: { key: KEY, info: INFO } }, 'no address');
  await migrateKey();
  expect(await onDisk()).not.toContain(KEY);
  expect(await servicesWithKey()).toEqual(['self-hosted no address']);
});

it('the one base URL of an older version becomes that of its preset', async () => {
  await store({});
  expect(await apiSettings.read()).toMatchObject({
    on: true,
    preset: 'self-hosted',
    baseUrls: { 'self-hosted': 'http://127.0.0.1:9999/', tinyfn: '' },
  });
});
