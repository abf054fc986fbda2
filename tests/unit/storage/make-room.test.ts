import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { apiActivity } from '../../../lib/storage/api-activity.ts';
import { StorageFailure } from '../../../lib/storage/damaged-items.ts';
import { learntRules, privateLearntRules, recordSiteErrors } from '../../../lib/storage/learnt-rules.ts';
import { onUnsaved } from '../../../lib/storage/lock.ts';
import { EXPENDABLE } from '../../../lib/storage/make-room.ts';
import { recentPasswords, rememberPassword } from '../../../lib/storage/recent-passwords.ts';
import { orElse } from '../../../lib/storage/schema.ts';
import { storedItem } from '../../../lib/storage/stored-item.ts';
import { fullStorage } from '../../support/full-storage.ts';
import { STORED_ITEMS } from '../../support/stored-items.ts';

const ITEM = { key: 'colour', version: 1, schema: orElse(v.string(), 'default') };
const inMemory = storedItem({ ...ITEM, area: 'session' });
const onDisk = storedItem({ ...ITEM, area: 'local' });

const reported = vi.fn();
let stop: () => void;
beforeEach(() => {
  reported.mockClear();
  stop = onUnsaved(reported);
});
afterEach(() => stop());

/** Lets a site fill the memory of errors, and a server that of calls. */
async function fillExpendable(): Promise<void> {
  await recordSiteErrors('a.example', ['At most 12 characters'.repeat(100)]);
  await recordSiteErrors('a.example', ['At most 12 characters'.repeat(100)], true);
  await apiActivity.update(() => [{ at: 1, origin: 'https://a.example', outcome: 'ok', durationMs: 1 }]);
}

describe('an area without room', () => {
  it('drops what is expendable, and stores a password that is about to be copied', async () => {
    await rememberPassword({ action: 'copied', password: 'first', incognito: false });
    await fillExpendable();
    fullStorage('session');
    await rememberPassword({ action: 'copied', password: 'second', incognito: false });
    const kept = (await recentPasswords.read()).map(({ password }) => password);
    expect(kept).toEqual(['second', 'first']);
    expect([await apiActivity.read(), await learntRules.read(), await privateLearntRules.read()]).toEqual([
      ...[[], {}, {}],
    ]);
    expect(reported).not.toHaveBeenCalled();
  });

  it('says that the memory is full where nothing expendable is left, and keeps what it holds', async () => {
    await inMemory.update(() => 'green');
    fullStorage('session');
    const failure = await inMemory.update(() => 'green and red').catch((error) => error);
    expect(failure).toBeInstanceOf(StorageFailure);
    expect(reported.mock.calls).toEqual([['memory_full']]);
    expect(await inMemory.read()).toBe('green');
  });

  it('drops nothing for an item that is expendable itself', async () => {
    await fillExpendable();
    fullStorage('session');
    await expect(recordSiteErrors('b.example', ['x'.repeat(1000)])).rejects.toThrow();
    expect(await apiActivity.read()).toHaveLength(1);
    expect(Object.keys(await learntRules.read())).toEqual(['a.example']);
  });

  it('is another matter than a browser that fails, for which nothing is dropped', async () => {
    await fillExpendable();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('IO error'));
    await expect(inMemory.update(() => 'green')).rejects.toBeInstanceOf(StorageFailure);
    expect(reported.mock.calls).toEqual([['storage_failed']]);
    expect(await apiActivity.read()).toHaveLength(1);
  });

  it('on disk is a matter of the disk', async () => {
    await fillExpendable();
    fullStorage('local');
    await expect(onDisk.update(() => 'green')).rejects.toBeInstanceOf(StorageFailure);
    expect(reported.mock.calls).toEqual([['storage_failed']]);
    expect(await apiActivity.read()).toHaveLength(1);
  });
});

describe('what is expendable', () => {
  const keys = (area: string) =>
    STORED_ITEMS.filter(([, stored]) => stored === area).map(([item]) => item.key);

  it('is stored where it is listed', () => {
    expect(keys('session')).toEqual(expect.arrayContaining([...EXPENDABLE.session]));
    expect(keys('local')).toEqual(expect.arrayContaining([...EXPENDABLE.local]));
  });

  it('is no password, no key, no pending fill and no unseen outcome', () => {
    const all = [...EXPENDABLE.session, ...EXPENDABLE.local];
    const kept = ['recentPasswords', 'apiOpenKeys', 'frameAsk', 'apiPassword', 'apiSeen', 'forgottenCopy'];
    for (const key of [...kept, 'apiRateLimits', 'lastOutcome']) expect(all).not.toContain(key);
  });
});
