import { singleFlight } from '../api/single-flight.ts';
import { DEFAULT_OPTIONS } from '../generator/index.ts';
import type { ApiReply, ApiRequest, ApiTestReply } from '../messaging/messages.ts';
import { fromPortable } from '../site-rules/portable-rule.ts';
import { settleCandidateKey } from '../storage/api-key.ts';
import { apiPassword } from '../storage/api-passwords.ts';
import { type ApiPasswordResult, requestApiPassword } from './api-password.ts';
import { eraseAfterPrivateWindows } from './private-windows.ts';

/** The popup's requests: equal ones share one call, a different one cancels the older. */
const popupFlight = singleFlight<ApiRequest, ApiReply>(
  async ({ options, rule: portable, incognito = false }, signal) => {
    const rule = portable && (await fromPortable(portable)).rule;
    return storeForPopup(await requestApiPassword({ options, rule, incognito, signal }), incognito);
  },
  (a, b) => JSON.stringify(a) === JSON.stringify(b),
);

/** Requests a password for the popup and stores it there by an id, because no message carries a password. */
export function requestForPopup(request: ApiRequest): Promise<ApiReply> {
  return popupFlight.run(request);
}

async function storeForPopup(result: ApiPasswordResult, incognito: boolean): Promise<ApiReply> {
  if (!result.ok) return result;
  const { host, password, entropyAtMostBits, strengthAtMost, serverClaims } = result;
  const id = crypto.randomUUID();
  const made = { id, password, host, entropyAtMostBits, strengthAtMost, serverClaims };
  await apiPassword.update(() => ({ ...made, ...(incognito && { incognito }) }));
  if (incognito) await eraseAfterPrivateWindows();
  return { ok: true, id };
}

/** Cancels the popup's request, because the person pressed Escape or chose something else. */
export async function cancelPopupRequest(): Promise<undefined> {
  popupFlight.cancel();
}

/**
 * Calls the service with the stored key or with a candidate, which becomes the stored key if the call
 * succeeds.
 */
export async function testApi(which: 'current' | 'candidate'): Promise<ApiTestReply> {
  const startedAt = Date.now();
  const result = await requestApiPassword({ options: DEFAULT_OPTIONS, which });
  if (which === 'candidate') await settleCandidateKey(result.ok);
  return result.ok ? { ok: true, host: result.host, durationMs: Date.now() - startedAt } : result;
}
