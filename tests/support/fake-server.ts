import { vi } from 'vitest';
import { apiSettings } from '../../lib/storage/api-settings.ts';
import { saveConfiguredKey } from './configured-key.ts';
import { type Deferred, deferred } from './deferred.ts';
import { grantedPermissions } from './fake-browser.ts';

/** The host of the server that `fakeServer` puts in place. */
export const SERVER = '127.0.0.1:8787';
/** The password that it makes. */
export const SERVER_PASSWORD = 'Vq7#mK2!xR9@pL4z';

/** A request to the server that waits for `answer`. */
export interface HeldRequest {
  readonly signal: AbortSignal | null | undefined;
  readonly answer: () => void;
}

/**
 * Switches the password API on, with a server that holds every request until it is answered. Returns the
 * requests. It stands in for `fetch`, because jsdom's signals are not those of Node.
 */
export async function fakeServer(): Promise<readonly HeldRequest[]> {
  const requests: HeldRequest[] = [];
  await apiSettings.update((settings) => ({
    ...settings,
    on: true,
    preset: 'self-hosted',
    baseUrls: { ...settings.baseUrls, 'self-hosted': `http://${SERVER}` },
  }));
  await saveConfiguredKey({ key: 'tfn_test_0123456789abcdef', keeping: 'session' });
  grantedPermissions.add('http://127.0.0.1/*');
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit = {}) => {
    const held: Deferred<Response> = deferred();
    const body = { password: SERVER_PASSWORD, length: 16, entropy_bits: 104.6, strength: 'very_strong' };
    signal?.addEventListener('abort', () => held.reject(signal.reason));
    requests.push({ signal, answer: () => held.resolve(Response.json(body)) });
    return held.promise;
  });
  return requests;
}
