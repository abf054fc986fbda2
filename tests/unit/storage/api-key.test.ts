import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  deleteKey,
  keyState,
  readKey,
  recordKeyUse,
  saveCandidateKey,
  saveKey,
  settleCandidateKey,
  unlockKey,
} from '../../../lib/storage/api-key.ts';

const KEY = 'tfn_test_0123456789abcdef';
const onDisk = async () =>
  JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.sync.get()]);
/** Leaves in storage what a restart of the browser leaves. */
const restart = () => fakeBrowser.storage.session.clear();

describe('a key', () => {
  it('for the session is in memory only, and gone after a restart', async () => {
    await saveKey({ key: `  ${KEY}\n`, keeping: 'session' }, 1);
    expect(await readKey()).toBe(KEY);
    expect(await keyState()).toEqual({
      status: 'ready',
      info: { keeping: 'session', ending: 'cdef', savedAt: 1 },
    });
    expect(await onDisk()).not.toContain(KEY);
    await restart();
    expect(await keyState()).toEqual({ status: 'none' });
  });

  it('without a passphrase is on disk in plain text, and usable after a restart', async () => {
    await saveKey({ key: KEY, keeping: 'plain' });
    expect(await onDisk()).toContain(KEY);
    await restart();
    expect(await readKey()).toBe(KEY);
  });

  it('under a passphrase is encrypted on disk, and usable once unlocked', async () => {
    await saveKey({ key: KEY, keeping: 'passphrase', passphrase: 'correct horse' });
    expect(await onDisk()).not.toContain(KEY);
    expect(await onDisk()).not.toContain('correct horse');
    await restart();
    expect(await readKey()).toBeUndefined();
    expect(await keyState()).toMatchObject({ status: 'locked', info: { ending: 'cdef' } });
    expect(await unlockKey('wrong')).toMatchObject({ unlocked: false });
    expect(await unlockKey('correct horse')).toEqual({ unlocked: true });
    expect(await readKey()).toBe(KEY);
  });

  it('delays tries, even across restarts, until the right passphrase', async () => {
    await saveKey({ key: KEY, keeping: 'passphrase', passphrase: 'correct horse' });
    await restart();
    let now = 1_000_000;
    const waits: number[] = [];
    for (let i = 0; i < 5; i++) {
      const result = await unlockKey('wrong', () => now);
      if (result.unlocked) throw new Error('A wrong passphrase opened the key.');
      waits.push((result.tryAgainAt - now) / 1000);
      now = result.tryAgainAt;
    }
    expect(waits).toEqual([0, 0, 2, 4, 8]);
    await restart();
    await unlockKey('wrong', () => now);
    expect(await unlockKey('correct horse', () => now)).toMatchObject({ unlocked: false });
    expect(await unlockKey('correct horse', () => now + 16_000)).toEqual({ unlocked: true });
  });

  it('replaces another only after its test', async () => {
    await saveKey({ key: KEY, keeping: 'session' });
    await saveCandidateKey({ key: 'another-key-entirely', keeping: 'plain' });
    expect(await readKey()).toBe(KEY);
    expect(await readKey('candidate')).toBe('another-key-entirely');
    await settleCandidateKey(false);
    expect([await readKey(), await readKey('candidate')]).toEqual([KEY, undefined]);
    await saveCandidateKey({ key: 'another-key-entirely', keeping: 'plain' });
    await settleCandidateKey(true);
    expect([await readKey(), await readKey('candidate')]).toEqual(['another-key-entirely', undefined]);
  });

  it('is deleted from all that is stored', async () => {
    await saveKey({ key: KEY, keeping: 'plain' });
    await deleteKey();
    expect(await keyState()).toEqual({ status: 'none' });
    expect(await onDisk()).not.toContain(KEY);
  });

  it('records when it was used, wherever it is stored', async () => {
    for (const keeping of ['session', 'passphrase', 'plain'] as const) {
      await saveKey({ key: KEY, keeping, passphrase: 'correct horse' });
      await recordKeyUse(42);
      expect(await keyState()).toMatchObject({ info: { usedAt: 42 } });
    }
  });

  it.each(['', '   ', 'two\nlines', 'snow☃man'])('cannot be %j', async (key) => {
    expect(await saveKey({ key, keeping: 'session' })).toBeTruthy();
    expect(await keyState()).toEqual({ status: 'none' });
  });

  it('shows no ending if it is short', async () => {
    await saveKey({ key: 'short-key', keeping: 'session' });
    expect(await keyState()).toMatchObject({ info: { ending: '' } });
  });
});
