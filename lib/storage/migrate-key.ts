import * as v from 'valibot';
import { keyProblem } from '../api/header-text.ts';
import { encryptedKeys } from './api-keys.ts';
import { apiService, apiSettings } from './api-settings.ts';
import { saveKey } from './key-store.ts';
import { lockedSchema } from './passphrase-lock.ts';
import { objectOf, orElse, type Schema, text, time } from './schema.ts';
import { storedItem } from './stored-item.ts';

// Until November 2026 there was one key for all services, and it was on disk in plain text or locked.

const info = objectOf({ ending: orElse(text(4), ''), savedAt: orElse(time, 0) });
const keyText: Schema<string> = v.custom<string>((key) => typeof key === 'string' && !keyProblem(key));

const plainKey = formerItem('apiKeyPlain', v.object({ key: keyText, info }));
const lockedKey = formerItem('apiKeyLocked', v.object({ locked: lockedSchema, info }));

/** The items that held the one key. */
export const formerKeyItems = [plainKey, lockedKey] as const;

function formerItem<T>(key: string, schema: Schema<T>) {
  return storedItem({ key, area: 'local', version: 1, schema: orElse<T | null>(schema, null) });
}

/**
 * Gives the one key of an older version to the service that is configured now, encrypts it if it was in plain
 * text, and then erases it where it was. If that fails, it is left for the next start.
 */
export async function migrateKey(): Promise<void> {
  const [plain, locked] = await Promise.all([plainKey.read(), lockedKey.read()]);
  if (!plain && !locked) return;
  const settings = await apiSettings.read();
  // Without a valid base URL it can only be listed, and deleted.
  const service = apiService(settings).id ?? `${settings.preset} ${settings.baseUrls[settings.preset]}`;
  if (plain) await saveKey({ service, key: plain.key, keeping: 'device' }, plain.info.savedAt);
  else if (locked) {
    const entry = { id: crypto.randomUUID(), service, keeping: 'passphrase', ...locked.info } as const;
    await encryptedKeys.update((keys) => [{ ...entry, locked: locked.locked }, ...keys]);
  }
  await Promise.all([plainKey.reset(), lockedKey.reset()]);
}
