import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { restrictStorageAccess } from '../../../lib/storage/storage-access.ts';

it('shuts content scripts out of storage where the browser can, and does without where it cannot', async () => {
  const setAccessLevel = vi.fn(async () => undefined);
  Object.assign(fakeBrowser.storage.local, { setAccessLevel });
  Object.assign(fakeBrowser.storage.session, { setAccessLevel: undefined });
  await restrictStorageAccess();
  expect(setAccessLevel).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
});
