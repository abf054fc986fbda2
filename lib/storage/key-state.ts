import { encryptedKeys, findKey, type KeyInfo, keyItems, keyUses, openKeys } from './api-keys.ts';

/** A key as the interface shows it. Times are milliseconds since 1970. */
export type ShownKey = KeyInfo & { readonly usedAt?: number | undefined };

/**
 * Whether a service has a key, and whether it can be used now. `lost`: it is on disk, but the key of this
 * device that opens it is not there any more.
 */
export type KeyState =
  | { readonly status: 'none' }
  | { readonly status: 'locked' | 'lost' | 'ready'; readonly info: ShownKey };

/** The state of a service's key, as the interface may show it; `undefined` stands for no service. */
export async function keyState(service: string | undefined): Promise<KeyState> {
  const { encrypted, open } = service === undefined ? {} : await findKey(service);
  const found = open ?? encrypted;
  if (!found) return { status: 'none' };
  const info = await shownKey(found);
  if (open) return { status: 'ready', info };
  if (encrypted?.locked) return { status: 'locked', info };
  return { status: encrypted?.wrapped && !encrypted.isLost ? 'ready' : 'lost', info };
}

async function shownKey({ id, service, keeping, ending, savedAt }: KeyInfo): Promise<ShownKey> {
  const usedAt = (await keyUses.read()).find(([used]) => used === id)?.[1];
  return { id, service, keeping, ending, savedAt, ...(usedAt !== undefined && { usedAt }) };
}

/** The services that have a key. */
export async function servicesWithKey(): Promise<readonly string[]> {
  const services = [...(await encryptedKeys.read()), ...(await openKeys.read())].map(
    ({ service }) => service,
  );
  const states = await Promise.all(
    [...new Set(services)].map(async (service) => ({ service, ...(await keyState(service)) })),
  );
  return states.filter(({ status }) => status !== 'none').map(({ service }) => service);
}

/** Calls back after every change of a key; returns a function that stops it. */
export function watchKeys(changed: () => void): () => void {
  const stops = keyItems.map((item) => item.watch(changed));
  return () => {
    for (const stop of stops) stop();
  };
}

/** The age of a key since it was saved, in whole days. */
export function ageInDays({ savedAt }: Pick<KeyInfo, 'savedAt'>, now = Date.now()): number {
  return Math.floor((now - savedAt) / 86_400_000);
}
