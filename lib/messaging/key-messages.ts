import type { ApiProblem } from './api-problem.ts';

/**
 * How a key is kept: in memory until the browser closes, on disk under a passphrase, or on disk under a key
 * that only this browser profile has.
 */
export type KeyKeeping = 'session' | 'passphrase' | 'device';

/** A key as a person enters it, for the service that the settings show. */
export interface SaveKeyRequest {
  /** By `ApiService.id`. */
  readonly service: string;
  readonly key: string;
  readonly keeping: KeyKeeping;
  /** For the keeping `passphrase`. */
  readonly passphrase?: string | undefined;
}

/**
 * Why a key was not saved: it cannot be one, the settings show another service by now, or the browser cannot
 * keep it so, or cannot write it.
 */
export type SaveKeyRefusal = 'bad_key' | 'service_changed' | 'no_device_lock' | 'not_saved' | 'memory_full';

/** Whether the key was saved, and whether it took the place of another. A failed test has its problem. */
export type SaveKeyReply =
  | { readonly ok: true; readonly replaced: boolean }
  | { readonly ok: false; readonly refused: SaveKeyRefusal }
  | { readonly ok: false; readonly host: string; readonly problem: ApiProblem };

/** Whether the key was unlocked; if not, whether the passphrase was tried, and when the next may be. */
export type UnlockResult =
  | { readonly unlocked: true }
  | {
      readonly unlocked: false;
      readonly tried: boolean;
      /** In milliseconds since 1970. */
      readonly tryAgainAt: number;
    };
