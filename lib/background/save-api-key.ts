import { keyProblem } from '../api/header-text.ts';
import type { SaveKeyRefusal, SaveKeyReply, SaveKeyRequest } from '../messaging/key-messages.ts';
import { recordKeyUse } from '../storage/api-keys.ts';
import { apiService, apiSettings } from '../storage/api-settings.ts';
import { StorageFailure } from '../storage/damaged-items.ts';
import { DeviceLockError } from '../storage/device-lock.ts';
import { keyState } from '../storage/key-state.ts';
import { saveKey } from '../storage/key-store.ts';
import { testApi } from './api-requests.ts';

/**
 * Keeps a key for the configured service. A key that replaces one in use has to pass a test first; until then
 * it exists in the memory of this call only, and ends with the background.
 */
export async function saveApiKey({ key: entered, ...request }: SaveKeyRequest): Promise<SaveKeyReply> {
  const { service } = request;
  const key = entered.trim();
  if (keyProblem(key)) return refused('bad_key');
  if (apiService(await apiSettings.read()).id !== service) return refused('service_changed');
  const { status } = await keyState(service);
  const replaced = status === 'ready' || status === 'locked';
  const tested = replaced ? await testApi({ service, key }) : undefined;
  if (tested?.ok === false) return tested;
  try {
    const id = await saveKey({ ...request, key });
    if (tested) await recordKeyUse(id);
    return { ok: true, replaced };
  } catch (error) {
    if (error instanceof DeviceLockError) return refused('no_device_lock');
    if (error instanceof StorageFailure) return refused(error.isMemoryFull ? 'memory_full' : 'not_saved');
    throw error;
  }
}

const refused = (refused: SaveKeyRefusal) => ({ ok: false, refused }) as const;
