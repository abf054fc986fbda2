import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** What each browser says where an area is full: Chromium 156 and Firefox 153. */
const FULL = {
  session: 'Session storage quota bytes exceeded. Values were not stored.',
  local: 'QuotaExceededError: storage.local API call exceeded its quota limitations.',
};

const sizeOf = (stored: object) => JSON.stringify(stored).length;

/** Gives an area of the fake browser no more room than what it holds now. */
export function fullStorage(area: 'local' | 'session'): void {
  const storage = fakeBrowser.storage[area];
  const { get, set } = storage;
  const quota = get.call(storage, null as never).then(sizeOf);
  vi.spyOn(storage, 'set').mockImplementation(async (items) => {
    const after = { ...(await get.call(storage, null as never)), ...items };
    if (sizeOf(after) > (await quota)) throw new Error(FULL[area]);
    await set.call(storage, items);
  });
}
