import 'fake-indexeddb/auto';
import type { SaveKeyRequest } from '../../lib/messaging/key-messages.ts';
import { apiService, apiSettings } from '../../lib/storage/api-settings.ts';
import { type KeyState, keyState } from '../../lib/storage/key-state.ts';
import { openKey, saveKey } from '../../lib/storage/key-store.ts';

// Node has no IndexedDB; the browser tests use those of real browsers.

/** The id of the service that the settings describe. */
export const configuredService = async (): Promise<string> =>
  apiService(await apiSettings.read()).id ?? 'without a service';

/** Keeps a key for the configured service. */
export async function saveConfiguredKey(key: Omit<SaveKeyRequest, 'service'>, now?: number): Promise<string> {
  return saveKey({ service: await configuredService(), ...key }, now);
}

/** The key of the configured service, if it can be used. */
export async function configuredKey(): Promise<string | undefined> {
  const opened = await openKey(await configuredService());
  return 'key' in opened ? opened.key : undefined;
}

/** The state of the key of the configured service. */
export const configuredKeyState = async (): Promise<KeyState> => keyState(await configuredService());
