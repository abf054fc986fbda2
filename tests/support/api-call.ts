import fc from 'fast-check';
import { type ApiTools, callPasswordApi } from '../../lib/api/client.ts';
import type { PasswordCall } from '../../lib/api/prepare.ts';
import { PRESETS } from '../../lib/api/presets.ts';
import type { Wait } from '../../lib/api/time-limit.ts';
import { DEFAULT_OPTIONS, type PasswordOptions } from '../../lib/generator/index.ts';
import { seededRandom } from './scripted-random.ts';

/** A key that is easy to find wherever it leaks. */
export const KEY = 'tfn_live_0123456789abcdefSECRET';

/** A password that meets the default options. */
export const GOOD = 'kX9#mP2$vL7@nQ4!';

/** The default options with some replaced. */
export const optionsOf = (options: Partial<PasswordOptions> = {}) => ({ ...DEFAULT_OPTIONS, ...options });

/** Waits that end at once and are recorded; the time limit itself never ends. */
export function pausesOf(pauses: number[], timeLimitMs = 5000): Wait {
  return (ms) => {
    if (ms === timeLimitMs) return new Promise(() => {});
    pauses.push(ms);
    return Promise.resolve();
  };
}

/** Calls the server at `baseUrl` by the contract, over the real network. */
export function callServer(baseUrl: string, call: Partial<PasswordCall> = {}, tools: Partial<ApiTools> = {}) {
  return callPasswordApi(
    { preset: PRESETS['self-hosted'], baseUrl, key: KEY, options: optionsOf(), ...call },
    { fetch, now: Date.now, random: seededRandom(1), wait: pausesOf([]), ...tools },
  );
}

/** The error of such a call; `undefined` if it succeeded. */
export async function errorOf(...call: Parameters<typeof callServer>) {
  const result = await callServer(...call);
  return result.ok ? undefined : result.error;
}

/** Any options of a password, possible or not. */
export const anyOptions = (maxExcluded: number) =>
  fc.record({
    length: fc.integer({ min: 4, max: 128 }),
    uppercase: fc.boolean(),
    lowercase: fc.boolean(),
    numbers: fc.boolean(),
    symbols: fc.boolean(),
    exclude: fc.string({ unit: 'grapheme', maxLength: maxExcluded }),
    avoidLookAlikes: fc.boolean(),
  });

/** A reply with only the password and its length. */
export const replyWith = (password: string) => ({ password, length: [...password].length });
