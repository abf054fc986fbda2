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
import { recordKeyUse } from '../storage/api-keys.ts';
import { readSeenPasswords, recordSeenPassword } from '../storage/api-passwords.ts';
import { type ApiSettings, apiService, apiSettings, supportedOptions } from '../storage/api-settings.ts';
import { ageInDays } from '../storage/key-state.ts';
import { openKey } from '../storage/key-store.ts';
import { rateLimitOf, recordRateLimit } from '../storage/rate-limits.ts';
import { keysMigrated } from './migrated-keys.ts';

/** A checked password of the configured API, or why there is none. */
export type ApiPasswordResult =
  | (Extract<CallResult, { ok: true }> & {
      readonly host: string;
      /** The age of the key in whole days, if it is to be rotated by now. */
      readonly oldKeyDays?: number;
    })
  | { readonly ok: false; readonly host: string; readonly problem: ApiProblem };

export interface ApiPasswordRequest {
  readonly options: PasswordOptions;
  /** The rule of the site that the password is for. */
  readonly rule?: SiteRule | undefined;
  /** A key to be tried in place of the stored one. It is sent only if this is the configured service. */
  readonly trial?: { readonly service: string; readonly key: string };
  /** Whether it is for a private window. Such a call leaves no record beyond that window. */
  readonly incognito?: boolean;
  readonly signal?: AbortSignal;
}

/** A call that can be made, and what its records need. */
interface PreparedCall {
  readonly call: PasswordCall;
  readonly origin: string;
  /** The stored key; missing for a trial. */
  readonly stored?: { readonly id: string; readonly savedAt: number } | undefined;
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
  const prepared = await prepareCall(settings, request);
  if ('code' in prepared) return { ok: false, host, problem: prepared };
  const startedAt = Date.now();
  const result = await callPasswordApi(prepared.call, {
    fetch: (url, init) => fetch(url, init),
    now: Date.now,
    timeLimitMs: settings.timeLimitSeconds * 1000,
    online: () => navigator.onLine,
    ...(signal && { signal }),
  });
  if (result.ok) await recordSeenPassword(result.password, request.incognito);
  // A full storage must not cost the person the password, which these only describe.
  await Promise.allSettled([
    recordLimit(prepared, result),
    !request.incognito && recordCall(prepared, result, startedAt),
  ]);
  if (!result.ok) return { ok: false, host, problem: result.error };
  return { ...result, host, ...oldKeyNote(prepared, settings) };
}

/** A note once the key is older than the person's limit. */
function oldKeyNote({ stored }: PreparedCall, { reminderDays }: ApiSettings): { oldKeyDays?: number } {
  const days = stored && reminderDays > 0 ? ageInDays(stored) : 0;
  return days > 0 && days >= reminderDays ? { oldKeyDays: days } : {};
}

/** Everything that a call needs, or what is missing. */
async function prepareCall(
  settings: ApiSettings,
  { options, rule, trial }: ApiPasswordRequest,
): Promise<PreparedCall | ApiProblem> {
  const { base, id: service } = apiService(settings);
  const { preset: presetId, custom, baseUrls } = settings;
  const preset =
    presetId === 'custom' ? customPreset({ ...custom, baseUrl: baseUrls.custom }) : PRESETS[presetId];
  if (!base.ok || service === undefined)
    return { code: 'bad_base_url', ...(!base.ok && { problem: base.code }) };
  const opened = trial ? keyOfTrial(trial, service) : await keysMigrated().then(() => openKey(service));
  if ('missing' in opened) return { code: opened.missing };
  if (!(await hasOriginAccess(base.matchPattern))) return { code: 'no_permission' };
  const retryAtMs = await rateLimitOf(base.origin, Date.now());
  if (retryAtMs !== undefined) return { code: 'rate_limited', retryAtMs };
  const seen = await readSeenPasswords();
  const call = {
    preset,
    baseUrl: base.url,
    key: opened.key,
    options: supportedOptions(options, preset.unsupported),
    seen: (password: string) => seen.has(password),
    fits: (password: string) => !rule || !unmetBound(password, rule),
  };
  return { call, origin: base.origin, stored: 'id' in opened ? opened : undefined };
}

/** A key is sent to its own service only, even if the settings have changed since it was entered. */
function keyOfTrial({ service: own, key }: { service: string; key: string }, service: string) {
  return own === service ? { key } : ({ missing: 'no_key' } as const);
}

/** Remembers a rate limit, from private windows too, because it says nothing of the site. */
async function recordLimit({ origin }: PreparedCall, result: CallResult): Promise<void> {
  if (result.ok || result.error.code !== 'rate_limited' || !result.error.retryAtMs) return;
  await recordRateLimit(origin, result.error.retryAtMs);
}

async function recordCall({ origin, stored }: PreparedCall, result: CallResult, at: number): Promise<void> {
  const { status } = result.ok ? { status: undefined } : result.error;
  await recordActivity({
    at,
    origin,
    outcome: result.ok ? 'ok' : result.error.code,
    durationMs: Math.round(result.durationMs),
    ...(status !== undefined && { status }),
  });
  if (result.requests > 0 && stored) await recordKeyUse(stored.id, at);
}
