import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { damagedItems, StorageFailure } from '../../../lib/storage/damaged-items.ts';
import { onUnsaved } from '../../../lib/storage/lock.ts';
import { orElse } from '../../../lib/storage/schema.ts';
import { storedItem } from '../../../lib/storage/stored-item.ts';

const schema = orElse(v.string(), 'default');
const item = () => storedItem({ key: 'colour', area: 'local', version: 1, schema });

describe('a stored item', () => {
  it('does nothing until it is used', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get');
    item();
    expect(get).not.toHaveBeenCalled();
  });

  it('has its default if nothing is stored, and then the written value', async () => {
    expect(await item().read()).toBe('default');
    await item().update(() => 'green');
    expect(await item().read()).toBe('green');
  });

  it.each([[null], ['green'], [{ version: 1, value: 7 }], [[1]]])(
    'has its default if %j is stored',
    async (stored) => {
      await fakeBrowser.storage.local.set({ colour: stored });
      expect(await item().read()).toBe('default');
    },
  );

  it('is migrated step by step from an older version', async () => {
    await item().update(() => 'green');
    const newer = storedItem({
      key: 'colour',
      area: 'local',
      version: 3,
      migrations: { 1: (old) => `${old}-2`, 2: (old) => `${old}-3` },
      schema,
    });
    expect(await newer.read()).toBe('green-2-3');
  });

  it('reports changes until the watch is stopped', async () => {
    const seen: string[] = [];
    const stop = item().watch((value) => seen.push(value));
    await item().update(() => 'green');
    stop();
    await item().update(() => 'red');
    expect(seen).toEqual(['green']);
  });
});

describe('the version of a stored item', () => {
  const migrated = vi.fn((old: unknown) => `${old}, migrated`);
  const current = storedItem({
    ...{ key: 'colour', area: 'local', version: 3, schema },
    migrations: { 1: migrated, 2: migrated },
  });
  const read = async (envelope: object) => {
    migrated.mockClear();
    await fakeBrowser.storage.local.set({ colour: envelope });
    return current.read();
  };
  const keys = () => damagedItems().map(({ key }) => key);

  it.each([
    ...[-1e9, -5, 0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, '1', '__proto__', null, {}, []],
  ])(
    '%j was not written by Passmint, so that the default applies and nothing is migrated',
    async (version) => {
      expect(await read({ version, value: 'green' })).toBe('default');
      expect(migrated).not.toHaveBeenCalled();
      expect(keys()).toEqual(['colour']);
    },
  );

  it.each([4, 1e9])(
    '%j is that of a newer Passmint, and its value is read without migration',
    async (version) => {
      expect(await read({ version, value: 'green' })).toBe('green');
      expect(migrated).not.toHaveBeenCalled();
    },
  );

  it('of a newer Passmint stays stored until the value is changed', async () => {
    const newer = { version: 4, value: { colour: 'green' } };
    expect(await read(newer)).toBe('default');
    await current.update((value) => value);
    expect(await fakeBrowser.storage.local.get('colour')).toEqual({ colour: newer });
    await current.update(() => 'red');
    expect(await fakeBrowser.storage.local.get('colour')).toEqual({ colour: { version: 3, value: 'red' } });
  });

  it('leads to migrations that may fail on what they do not expect', async () => {
    migrated.mockImplementationOnce(() => {
      throw new TypeError('not what version 1 has written');
    });
    expect(await read({ version: 1, value: [] })).toBe('default');
    expect(keys()).toEqual(['colour']);
  });
});

describe('a damaged item', () => {
  const damaged = () => damagedItems().map(({ key }) => key);

  it('is named from the reading on that finds it, until it is changed or reset', async () => {
    for (const mend of [() => item().update(() => 'green'), () => item().reset()]) {
      await fakeBrowser.storage.local.set({ colour: { version: 1, value: 7 } });
      await item().read();
      expect(damaged()).toEqual(['colour']);
      await mend();
      expect(damaged()).toEqual([]);
    }
  });

  it('is reset by its key alone, and its watchers see the default', async () => {
    await fakeBrowser.storage.local.set({ colour: 7, shape: 'round' });
    const seen: string[] = [];
    const stop = item().watch((value) => seen.push(value));
    await item().reset();
    stop();
    expect(await fakeBrowser.storage.local.get()).toEqual({ shape: 'round' });
    expect(seen).toEqual(['default']);
  });
});

describe('an item that the browser cannot read or write', () => {
  it('names itself, and tells that a change was not saved', async () => {
    const reported = vi.fn();
    const stop = onUnsaved(reported);
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
    const failure = await item()
      .read()
      .catch((error) => error);
    expect(failure).toBeInstanceOf(StorageFailure);
    expect(failure.item.key).toBe('colour');
    expect(reported).not.toHaveBeenCalled();
    await expect(item().update(() => 'green')).rejects.toBeInstanceOf(StorageFailure);
    vi.mocked(fakeBrowser.storage.local.get).mockRestore();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await expect(item().update(() => 'green')).rejects.toBeInstanceOf(StorageFailure);
    expect(reported.mock.calls).toEqual([['storage_failed'], ['storage_failed']]);
    stop();
  });
});
