import { callPasswordApi } from '../api/client.ts';
import type { PasswordCall } from '../api/prepare.ts';
import type { ApiResult } from '../api/result.ts';
import type { PasswordOptions } from '../generator/index.ts';
import type { ApiProblem } from '../messaging/api-problem.ts';
import { mayCall } from '../platform/permissions.ts';
import { unmetBound } from '../site-rules/check.ts';
import type { SiteRule } from '../site-rules/rule.ts';
import { noteActivity } from '../storage/api-activity.ts';
import { keyState, noteKeyUsed, readKey } from '../storage/api-key.ts';
import { notePasswordSeen, passwordsSeen } from '../storage/api-passwords.ts';
import { type ApiSettings, apiService, apiSettings, honouredOptions } from '../storage/api-settings.ts';

/** A checked password of the configured API, or why there is none. */
export type ApiMade =
  | (Extract<ApiResult, { ok: true }> & { readonly host: string })
  | { readonly ok: false; readonly host: string; readonly problem: ApiProblem };

export interface ApiCallOptions {
  readonly options: PasswordOptions;
  /** What the site that it is for accepts. */
  readonly rule?: SiteRule | undefined;
  readonly which?: 'current' | 'candidate';
  readonly signal?: AbortSignal;
}

/**
 * Asks the configured API for a password. The key and the permission for the origin are looked up anew for every
 * call; nothing is sent without both. What came of it is listed, without password and key.
 */
export async function makeByApi({ signal, ...asked }: ApiCallOptions): Promise<ApiMade> {
  const settings = await apiSettings.read();
  const { host } = apiService(settings);
  const call = await prepareCall(settings, asked);
  if ('code' in call) return { ok: false, host, problem: call };
  const startedAt = Date.now();
  const result = await callPasswordApi(call, {
    fetch: (url, init) => fetch(url, init),
    now: Date.now,
    timeLimitMs: settings.timeLimitSeconds * 1000,
    online: () => navigator.onLine,
    ...(signal && { signal }),
  });
  await noteCall(settings, result, startedAt);
  return result.ok ? { ...result, host } : { ok: false, host, problem: result.error };
}

/** Everything that a call needs, or what is missing. */
async function prepareCall(
  settings: ApiSettings,
  { options, rule, which = 'current' }: ApiCallOptions,
): Promise<PasswordCall | ApiProblem> {
  const { preset, base } = apiService(settings);
  if (!base.ok) return { code: 'bad_base_url', problem: base.code };
  const key = await readKey(which);
  if (key === undefined) return { code: (await keyState()).status === 'locked' ? 'key_locked' : 'no_key' };
  if (!(await mayCall(base.matchPattern))) return { code: 'no_permission' };
  const seen = await passwordsSeen();
  return {
    preset,
    baseUrl: base.url,
    key,
    options: honouredOptions(options, preset.unsupported),
    seen: (password) => seen.has(password),
    fits: (password) => !rule || !unmetBound(password, rule),
  };
}

async function noteCall(settings: ApiSettings, result: ApiResult, at: number): Promise<void> {
  const { base } = apiService(settings);
  const { status } = result.ok ? { status: undefined } : result.error;
  await noteActivity({
    at,
    origin: base.ok ? base.origin : '',
    outcome: result.ok ? 'ok' : result.error.code,
    durationMs: Math.round(result.durationMs),
    ...(status !== undefined && { status }),
  });
  if (result.requests > 0) await noteKeyUsed(at);
  if (result.ok) await notePasswordSeen(result.password);
}
