import type { GeneratorError } from '../generator/index.ts';
import type { BaseUrlProblem } from './base-url.ts';
import type { HeaderNameProblem, KeyProblem } from './header-text.ts';
import type { OptionName } from './presets.ts';
import type { Refusal, UpperBound } from './verify.ts';

/** What stood in the way of a password; each code has its own sentence and action in the interface. */
export type ApiErrorCode =
  // Found before anything is sent:
  | 'bad_base_url'
  | 'bad_path'
  | 'bad_header_name'
  | 'bad_key'
  | 'unsupported_option'
  | 'impossible_options'
  // Said by the server's status:
  | 'bad_options'
  | 'key_refused'
  | 'not_permitted'
  | 'wrong_url'
  | 'rate_limited'
  | 'server_fault'
  | 'unexpected_status'
  // No whole reply:
  | 'timed_out'
  | 'cancelled'
  | 'offline'
  | 'blocked'
  | 'cut_off'
  // A reply that cannot be used:
  | 'too_large'
  | 'not_json'
  | 'not_contract'
  | 'not_as_asked';

/**
 * As much as can be told about a request that got no reply: the address redirects elsewhere; nothing there answers
 * that a browser trusts (no server, wrong name, wrong certificate); or it does answer, but not to this request.
 */
export type BlockedCause = 'redirect' | 'no_answer' | 'unclear';

/** Never holds the key, nor anything of a password. */
export interface ApiError {
  readonly code: ApiErrorCode;
  /** The server's status, where there was one. */
  readonly status?: number;
  /** For `rate_limited` and `server_fault`: when to ask again, in milliseconds since 1970, if the server says so. */
  readonly retryAtMs?: number;
  /** What the server says, in its own words: at most 200 characters on one line. */
  readonly detail?: string;
  /** For `not_as_asked`. */
  readonly reason?: Refusal;
  /** For `blocked`. */
  readonly cause?: BlockedCause;
  /** For `bad_base_url`, `bad_header_name` and `bad_key`. */
  readonly problem?: BaseUrlProblem | HeaderNameProblem | KeyProblem;
  /** For `unsupported_option`: what the service cannot honour. */
  readonly options?: readonly OptionName[];
  /** For `impossible_options`: what no generator could honour. */
  readonly generatorError?: GeneratorError;
}

/** What the server claims about its password. Shown as its claim, or not at all. */
export interface ServerClaims {
  readonly entropyBits?: number;
  readonly strength?: string;
}

export interface CallFailure {
  readonly ok: false;
  readonly error: ApiError;
}

/** A password that passed the check. */
export interface CallSuccess extends UpperBound {
  readonly ok: true;
  readonly password: string;
  readonly serverClaims: ServerClaims;
}

/** How a call ended. Every reply, retries included, is one request; `durationMs` is from call to result. */
export type CallResult = (CallSuccess | CallFailure) & {
  readonly durationMs: number;
  /** How many requests were sent with the key. */
  readonly requests: number;
};

export function failure(code: ApiErrorCode, more: Omit<ApiError, 'code'> = {}): CallFailure {
  return { ok: false, error: { code, ...more } };
}
