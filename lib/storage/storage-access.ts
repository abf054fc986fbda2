import { browser } from 'wxt/browser';

/**
 * Shuts content scripts out of storage, whose script a page may have taken over. `session` is shut already; `local`
 * can be from Chromium 140 on; Firefox has no such call.
 */
export async function keepStorageToOwnPages(): Promise<void> {
  const areas: { setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> }[] = [
    browser.storage.session,
    browser.storage.local,
  ];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
