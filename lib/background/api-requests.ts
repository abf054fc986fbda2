import { singleFlight } from '../api/single-flight.ts';
import { DEFAULT_OPTIONS } from '../generator/index.ts';
import type { ApiReply, ApiRequest, ApiTestReply } from '../messaging/messages.ts';
import { releaseOriginAccess } from '../platform/release-origin.ts';
import { fromPortable } from '../site-rules/portable-rule.ts';
import { apiPassword } from '../storage/api-passwords.ts';
import { apiService, apiSettings } from '../storage/api-settings.ts';
import { type ApiPasswordRequest, type ApiPasswordResult, requestApiPassword } from './api-password.ts';
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
  const { host, password, entropyAtMostBits, strengthAtMost, serverClaims, oldKeyDays } = result;
  const id = crypto.randomUUID();
  const made = { id, password, host, entropyAtMostBits, strengthAtMost, serverClaims };
  const notes = { ...(oldKeyDays && { oldKeyDays }), ...(incognito && { incognito }) };
  await apiPassword.update(() => ({ ...made, ...notes }));
  if (incognito) await eraseAfterPrivateWindows();
  return { ok: true, id };
}

/** Cancels the popup's request, because the person pressed Escape or chose something else. */
export async function cancelPopupRequest(): Promise<undefined> {
  popupFlight.cancel();
}

/** Tests the configured service with its stored key, or with a key on trial. Takes no lasting permission. */
export async function testApi(trial?: ApiPasswordRequest['trial']): Promise<ApiTestReply> {
  const startedAt = Date.now();
  const { base } = apiService(await apiSettings.read());
  const result = await requestApiPassword({ options: DEFAULT_OPTIONS, ...(trial && { trial }) });
  if (base.ok) await releaseOriginAccess(base.matchPattern, await apiSettings.read());
  return result.ok ? { ok: true, host: result.host, durationMs: Date.now() - startedAt } : result;
}
