import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storedItem } from '../../../lib/storage/stored-item.ts';

const text = (stored: unknown) => (typeof stored === 'string' ? stored : 'default');
const item = () => storedItem<string>({ key: 'colour', area: 'local', version: 1, parse: text });

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
    const newer = storedItem<string>({
      key: 'colour',
      area: 'local',
      version: 3,
      migrations: { 1: (old) => `${old}-2`, 2: (old) => `${old}-3` },
      parse: text,
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
