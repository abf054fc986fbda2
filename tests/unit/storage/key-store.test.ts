import 'fake-indexeddb/auto';
import { clear, createStore } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SaveKeyRequest } from '../../../lib/messaging/key-messages.ts';
import { keyUses, recordKeyUse } from '../../../lib/storage/api-keys.ts';
import { keyState, servicesWithKey } from '../../../lib/storage/key-state.ts';
import { deleteKey, lockKey, openKey, saveKey, unlockKey } from '../../../lib/storage/key-store.ts';

const KEY = 'tfn_test_0123456789abcdef';
const PASSPHRASE = 'correct horse';
const SERVICE = 'self-hosted http://127.0.0.1:8787';
const OTHER = 'self-hosted http://127.0.0.1:8788';

const save = (part: Partial<SaveKeyRequest> = {}, now?: number) =>
  saveKey({ service: SERVICE, key: KEY, keeping: 'session', passphrase: PASSPHRASE, ...part }, now);
const opened = async (service = SERVICE) => {
  const key = await openKey(service);
  return 'key' in key ? key.key : key.missing;
};
const onDisk = async () =>
  JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.sync.get()]);
/** Leaves in storage what a restart of the browser leaves. */
const restart = () => fakeBrowser.storage.session.clear();

describe('a key', () => {
  it('for the session is in memory only, and gone after a restart', async () => {
    await save({}, 1);
    expect(await opened()).toBe(KEY);
    expect(await keyState(SERVICE)).toMatchObject({
      status: 'ready',
      info: { keeping: 'session', ending: 'cdef', savedAt: 1 },
    });
    expect(JSON.stringify(await keyState(SERVICE))).not.toContain(KEY);
    expect(await onDisk()).not.toContain(KEY);
    await restart();
    expect(await keyState(SERVICE)).toEqual({ status: 'none' });
    expect(await opened()).toBe('no_key');
  });

  it('on this device is encrypted on disk, and usable after a restart', async () => {
    await save({ keeping: 'device' });
    expect(await onDisk()).not.toContain(KEY);
    await restart();
    expect(await keyState(SERVICE)).toMatchObject({ status: 'ready' });
    expect(await opened()).toBe(KEY);
  });

  it('on this device is lost with the key of this device, and can be entered again', async () => {
    await save({ keeping: 'device' });
    await clear(createStore('passmint', 'keys'));
    expect(await opened()).toBe('key_lost');
    expect(await keyState(SERVICE)).toMatchObject({ status: 'lost', info: { ending: 'cdef' } });
    await save({ keeping: 'device' });
    expect(await keyState(SERVICE)).toMatchObject({ status: 'ready' });
    expect(await opened()).toBe(KEY);
  });

  it('that was wrapped for one service is not opened for another', async () => {
    await save({ keeping: 'device' });
    const { apiKeys } = (await fakeBrowser.storage.local.get()) as never as {
      apiKeys: { value: { service: string }[] };
    };
    const moved = apiKeys.value.map((key) => ({ ...key, service: OTHER }));
    await fakeBrowser.storage.local.set({ apiKeys: { ...apiKeys, value: moved } });
    expect(await opened(OTHER)).toBe('key_lost');
  });

  it('under a passphrase is encrypted on disk, usable once unlocked, and locked again on demand', async () => {
    await save({ keeping: 'passphrase' });
    expect(await onDisk()).not.toContain(KEY);
    expect(await onDisk()).not.toContain(PASSPHRASE);
    expect(await opened()).toBe(KEY);
    await restart();
    expect(await opened()).toBe('key_locked');
    expect(await keyState(SERVICE)).toMatchObject({ status: 'locked', info: { ending: 'cdef' } });
    expect(await unlockKey(SERVICE, 'wrong')).toMatchObject({ unlocked: false, tried: true });
    expect(await unlockKey(SERVICE, PASSPHRASE)).toEqual({ unlocked: true });
    expect(await opened()).toBe(KEY);
    await lockKey(SERVICE);
    expect(await opened()).toBe('key_locked');
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain(KEY);
  });

  it('shows no ending if it is short', async () => {
    await save({ key: 'short-key' });
    expect(await keyState(SERVICE)).toMatchObject({ info: { ending: '' } });
  });
});

describe('a try to unlock', () => {
  it('delays the next, even across restarts, until the right passphrase', async () => {
    await save({ keeping: 'passphrase' });
    await restart();
    let now = 1_000_000;
    const waits: number[] = [];
    for (let i = 0; i < 5; i++) {
      const result = await unlockKey(SERVICE, 'wrong', () => now);
      if (result.unlocked) throw new Error('A wrong passphrase opened the key.');
      waits.push((result.tryAgainAt - now) / 1000);
      now = result.tryAgainAt;
    }
    expect(waits).toEqual([0, 0, 2, 4, 8]);
    await restart();
    await unlockKey(SERVICE, 'wrong', () => now);
    expect(await unlockKey(SERVICE, PASSPHRASE, () => now)).toMatchObject({ unlocked: false, tried: false });
    expect(await unlockKey(SERVICE, PASSPHRASE, () => now + 16_000)).toEqual({ unlocked: true });
  });

  it('runs alone, so that many at once are not tried before the wait begins', async () => {
    await save({ keeping: 'passphrase' });
    await restart();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, i) => unlockKey(SERVICE, `wrong ${i}`, () => 1_000_000)),
    );
    expect(results.filter((result) => !result.unlocked && result.tried)).toHaveLength(3);
  });

  it('does not bring back a key that was deleted or replaced meanwhile', async () => {
    await save({ keeping: 'passphrase' });
    await restart();
    const unlocking = unlockKey(SERVICE, PASSPHRASE);
    await deleteKey(SERVICE);
    expect(await unlocking).toMatchObject({ unlocked: false });
    expect(await opened()).toBe('no_key');
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain(KEY);
  });
});

describe('the keys', () => {
  it('belong to their services, and switching between these loses none', async () => {
    await save({ keeping: 'device' });
    await save({ service: OTHER, key: 'another-key-entirely', keeping: 'session' });
    expect([await opened(), await opened(OTHER)]).toEqual([KEY, 'another-key-entirely']);
    expect(await servicesWithKey()).toEqual([SERVICE, OTHER]);
    await deleteKey(OTHER);
    expect([await opened(), await opened(OTHER)]).toEqual([KEY, 'no_key']);
  });

  it.each(['session', 'passphrase', 'device'] as const)('kept as %s replace each other', async (keeping) => {
    for (const before of ['session', 'passphrase', 'device'] as const) {
      await save({ keeping: before });
      await save({ key: 'another-key-entirely', keeping });
      expect(await opened()).toBe('another-key-entirely');
      expect(await keyState(SERVICE)).toMatchObject({ info: { keeping, ending: 'rely' } });
      expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain(KEY);
      await deleteKey(SERVICE);
    }
  });

  it.each(['session', 'passphrase', 'device'] as const)(
    'kept as %s are deleted for good',
    async (keeping) => {
      const id = await save({ keeping });
      await deleteKey(SERVICE);
      await recordKeyUse(id); // the end of a call that began before
      expect(await keyState(SERVICE)).toEqual({ status: 'none' });
      expect(await opened()).toBe('no_key');
      expect(await onDisk()).not.toContain('cdef');
    },
  );

  it.each(['session', 'passphrase', 'device'] as const)(
    'kept as %s tell when they were used',
    async (keeping) => {
      const id = await save({ keeping });
      await recordKeyUse(id, 42);
      expect(await keyState(SERVICE)).toMatchObject({ info: { usedAt: 42 } });
      await save({ keeping });
      expect(await keyState(SERVICE)).not.toHaveProperty('info.usedAt');
      expect(await keyUses.read()).toEqual([]);
    },
  );

  it.each(['session', 'passphrase', 'device'] as const)(
    'kept as %s stay if their successor cannot be written to disk',
    async (keeping) => {
      await save({ keeping: 'device' });
      const { set } = fakeBrowser.storage.local;
      fakeBrowser.storage.local.set = () => Promise.reject(new Error('QuotaExceededError'));
      const saving = save({ key: 'another-key-entirely', keeping });
      await expect(saving).rejects.toThrow('apiKeys');
      fakeBrowser.storage.local.set = set;
      expect(await opened()).toBe(KEY);
      expect(await keyState(SERVICE)).toMatchObject({ info: { keeping: 'device' } });
    },
  );
});
