import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** What browsers say where an area is full: Chromium 156 in memory, Firefox 153 on disk. */
const FULL = {
  session: 'Session storage quota bytes exceeded. Values were not stored.',
  local: 'QuotaExceededError: storage.local API call exceeded its quota limitations.',
};

const sizeOf = (stored: object) => JSON.stringify(stored).length;

/** Gives an area of the fake browser no more room than what it holds now. */
export function fullStorage(area: 'local' | 'session'): void {
  const storage = fakeBrowser.storage[area];
  const all = (): Promise<object> => storage.get();
  const set: (items: object) => Promise<void> = storage.set.bind(storage);
  const quota = all().then(sizeOf);
  vi.spyOn(storage, 'set').mockImplementation(async (items: object) => {
    if (sizeOf({ ...(await all()), ...items }) > (await quota)) throw new Error(FULL[area]);
    await set(items);
  });
}

/** Lets the fake browser fail to write to an area, as on a disk that is full or broken. */
export function brokenStorage(area: 'local' | 'session') {
  return vi.spyOn(fakeBrowser.storage[area], 'set').mockRejectedValue(new Error('IO error'));
}
