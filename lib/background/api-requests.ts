import { singleFlight } from '../api/single-flight.ts';
import { DEFAULT_OPTIONS } from '../generator/index.ts';
import type { ApiReply, ApiRequest, ApiTestReply } from '../messaging/messages.ts';
import { fromPortable } from '../site-rules/portable-rule.ts';
import { endTrial } from '../storage/api-key.ts';
import { apiPassword } from '../storage/api-passwords.ts';
import { type ApiMade, makeByApi } from './api-password.ts';

/** The popup's requests: the same one is shared, another one cancels the older. */
const popupFlight = singleFlight<ApiRequest, ApiReply>(
  async ({ options, rule: portable }, signal) => {
    const rule = portable && (await fromPortable(portable)).rule;
    return keepForPopup(await makeByApi({ options, rule, signal }));
  },
  (a, b) => JSON.stringify(a) === JSON.stringify(b),
);

/** Makes a password for the popup, and puts it where the popup finds it by its id: it is in no message. */
export function answerPopup(request: ApiRequest): Promise<ApiReply> {
  return popupFlight.run(request);
}

async function keepForPopup(made: ApiMade): Promise<ApiReply> {
  if (!made.ok) return made;
  const { host, password, entropyAtMostBits, strengthAtMost, serverSays } = made;
  const id = crypto.randomUUID();
  await apiPassword.write({ id, password, host, entropyAtMostBits, strengthAtMost, serverSays });
  return { ok: true, id };
}

/** The person pressed Escape, or turned to something else. */
export async function cancelPopup(): Promise<undefined> {
  popupFlight.cancel();
}

/** Tries the service with the stored key, or with a new one on trial, which replaces the other if it passes. */
export async function testApi(which: 'current' | 'candidate'): Promise<ApiTestReply> {
  const startedAt = Date.now();
  const made = await makeByApi({ options: DEFAULT_OPTIONS, which });
  if (which === 'candidate') await endTrial(made.ok);
  return made.ok ? { ok: true, host: made.host, durationMs: Date.now() - startedAt } : made;
}
