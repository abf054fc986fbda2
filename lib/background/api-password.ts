import { callPasswordApi } from '../api/client.ts';
import type { PasswordCall } from '../api/prepare.ts';
import { customPreset, PRESETS } from '../api/presets.ts';
import type { CallResult } from '../api/result.ts';
import type { PasswordOptions } from '../generator/index.ts';
import type { ApiProblem } from '../messaging/api-problem.ts';
import { hasOriginAccess } from '../platform/permissions.ts';
import { unmetBound } from '../site-rules/check.ts';
import type { SiteRule } from '../site-rules/rule.ts';
import { recordActivity } from '../storage/api-activity.ts';
import { keyState, readKey, recordKeyUse } from '../storage/api-key.ts';
import { readSeenPasswords, recordSeenPassword } from '../storage/api-passwords.ts';
import { type ApiSettings, apiService, apiSettings, supportedOptions } from '../storage/api-settings.ts';
import { rateLimitOf, recordRateLimit } from '../storage/rate-limits.ts';

/** A checked password of the configured API, or why there is none. */
export type ApiPasswordResult =
  | (Extract<CallResult, { ok: true }> & { readonly host: string })
  | { readonly ok: false; readonly host: string; readonly problem: ApiProblem };

export interface ApiPasswordRequest {
  readonly options: PasswordOptions;
  /** The rule of the site that the password is for. */
  readonly rule?: SiteRule | undefined;
  readonly which?: 'current' | 'candidate';
  /** Whether it is for a private window. Such a call leaves no record beyond that window. */
  readonly incognito?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Requests a password from the configured API. Every call looks up the key and the permission for the origin
 * again and sends nothing without both, and nothing before the end of a rate limit. The activity list records
 * the result, without password and key, and without calls for private windows.
 */
export async function requestApiPassword({
  signal,
  ...request
}: ApiPasswordRequest): Promise<ApiPasswordResult> {
  const settings = await apiSettings.read();
  const { host } = apiService(settings);
  const call = await prepareCall(settings, request);
  if ('code' in call) return { ok: false, host, problem: call };
  const startedAt = Date.now();
  const result = await callPasswordApi(call, {
    fetch: (url, init) => fetch(url, init),
    now: Date.now,
    timeLimitMs: settings.timeLimitSeconds * 1000,
    online: () => navigator.onLine,
    ...(signal && { signal }),
  });
  if (result.ok) await recordSeenPassword(result.password, request.incognito);
  await recordLimit(settings, result);
  if (!request.incognito) await recordCall(settings, result, startedAt);
  return result.ok ? { ...result, host } : { ok: false, host, problem: result.error };
}

/** Everything that a call needs, or what is missing. */
async function prepareCall(
  settings: ApiSettings,
  { options, rule, which = 'current' }: ApiPasswordRequest,
): Promise<PasswordCall | ApiProblem> {
  const { base } = apiService(settings);
  const { preset: id, custom, baseUrl } = settings;
  const preset = id === 'custom' ? customPreset({ ...custom, baseUrl }) : PRESETS[id];
  if (!base.ok) return { code: 'bad_base_url', problem: base.code };
  const key = await readKey(which);
  if (key === undefined) return { code: (await keyState()).status === 'locked' ? 'key_locked' : 'no_key' };
  if (!(await hasOriginAccess(base.matchPattern))) return { code: 'no_permission' };
  const retryAtMs = await rateLimitOf(base.origin, Date.now());
  if (retryAtMs !== undefined) return { code: 'rate_limited', retryAtMs };
  const seen = await readSeenPasswords();
  return {
    preset,
    baseUrl: base.url,
    key,
    options: supportedOptions(options, preset.unsupported),
    seen: (password) => seen.has(password),
    fits: (password) => !rule || !unmetBound(password, rule),
  };
}

/** Remembers a rate limit, from private windows too, because it says nothing of the site. */
async function recordLimit(settings: ApiSettings, result: CallResult): Promise<void> {
  const { base } = apiService(settings);
  if (result.ok || result.error.code !== 'rate_limited' || !result.error.retryAtMs || !base.ok) return;
  await recordRateLimit(base.origin, result.error.retryAtMs);
}

async function recordCall(settings: ApiSettings, result: CallResult, at: number): Promise<void> {
  const { base } = apiService(settings);
  const { status } = result.ok ? { status: undefined } : result.error;
  await recordActivity({
    at,
    origin: base.ok ? base.origin : '',
    outcome: result.ok ? 'ok' : result.error.code,
    durationMs: Math.round(result.durationMs),
    ...(status !== undefined && { status }),
  });
  if (result.requests > 0) await recordKeyUse(at);
}
