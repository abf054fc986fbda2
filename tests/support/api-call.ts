import type { ApiTools } from '../../lib/api/client.ts';
import { callPasswordApi } from '../../lib/api/client.ts';
import type { PasswordCall } from '../../lib/api/prepare.ts';
import { PRESETS } from '../../lib/api/presets.ts';
import type { Wait } from '../../lib/api/time-limit.ts';
import { DEFAULT_OPTIONS, type PasswordOptions } from '../../lib/generator/index.ts';
import { seededRandom } from './scripted-random.ts';

/** A key that would be seen wherever it went. */
export const KEY = 'tfn_live_0123456789abcdefSECRET';

/** A password that fits the default options. */
export const GOOD = 'kX9#mP2$vL7@nQ4!';

export const optionsOf = (options: Partial<PasswordOptions> = {}) => ({ ...DEFAULT_OPTIONS, ...options });

/** Waits that are over at once and are written down, while the time limit never ends. */
export function pausesOf(pauses: number[], timeLimitMs = 5000): Wait {
  return (ms) => {
    if (ms === timeLimitMs) return new Promise(() => {});
    pauses.push(ms);
    return Promise.resolve();
  };
}

/** Asks the server at `baseUrl` by the contract, over the real network. */
export function ask(baseUrl: string, call: Partial<PasswordCall> = {}, tools: Partial<ApiTools> = {}) {
  return callPasswordApi(
    { preset: PRESETS['self-hosted'], baseUrl, key: KEY, options: optionsOf(), ...call },
    { fetch, now: Date.now, random: seededRandom(1), wait: pausesOf([]), ...tools },
  );
}

/** The reply that carries nothing but the password. */
export const replyWith = (password: string) => ({ password, length: [...password].length });
