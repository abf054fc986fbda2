import { browser } from 'wxt/browser';

/**
 * Closes storage to content scripts, because a hostile page may control the process that they run in.
 * `session` is closed by default; `local` can be closed from Chromium 140 on; Firefox has no such call.
 */
export async function restrictStorageAccess(): Promise<void> {
  const areas: { setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> }[] = [
    browser.storage.session,
    browser.storage.local,
  ];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
