import type { GeneratorError } from '../generator/index.ts';
import type { BaseUrlProblem } from './base-url.ts';
import type { HeaderNameProblem, KeyProblem } from './header-text.ts';
import type { RejectedOption } from './rejected-option.ts';
import type { OptionName } from './services.ts';
import type { Refusal, UpperBound } from './verify-password.ts';

/** Why a call returned no password; the interface has a message and a remedy for each code. */
export const API_ERROR_CODES = [
  // Before anything is sent:
  'bad_base_url',
  'bad_path',
  'bad_header_name',
  'bad_key',
  'unsupported_option',
  'impossible_options',
  // From the server's status:
  'bad_options',
  'key_refused',
  'not_permitted',
  'wrong_url',
  'rate_limited',
  'server_fault',
  'unexpected_status',
  // Without a complete response:
  'timed_out',
  'cancelled',
  'offline',
  'blocked',
  'cut_off',
  // With a response that cannot be used:
  'too_large',
  'not_json',
  'not_contract',
  'not_as_asked',
] as const;
export type ApiErrorCode = (typeof API_ERROR_CODES)[number];

/**
 * Why a request got no response, as far as a browser shows: the address redirects; no server on this computer
 * responds; no server elsewhere or over https that the browser trusts responds (no server, wrong name, wrong
 * certificate); or the server responds, but not to this request.
 */
export type BlockedCause = 'redirect' | 'no_server' | 'no_answer' | 'unclear';

/** A failed call. Contains no part of the key or of a password. */
export interface ApiError {
  readonly code: ApiErrorCode;
  /** The server's status, if it sent one. */
  readonly status?: number;
  /** For `rate_limited` and `server_fault`: when the server allows a retry, in milliseconds since 1970. */
  readonly retryAtMs?: number;
  /** The server's own text, at most 200 characters on one line. */
  readonly detail?: string;
  /** For `bad_options`: the option that the server has named. */
  readonly rejected?: RejectedOption;
  /** For `not_as_asked`. */
  readonly reason?: Refusal;
  /** For `blocked`. */
  readonly cause?: BlockedCause;
  /** For `bad_base_url`, `bad_header_name` and `bad_key`. */
  readonly problem?: BaseUrlProblem | HeaderNameProblem | KeyProblem;
  /** For `unsupported_option`: the options that the service lacks. */
  readonly options?: readonly OptionName[];
  /** For `impossible_options`: the option that no password can meet. */
  readonly generatorError?: GeneratorError;
}

/** The server's own figures for its password, shown only as its claims. */
export interface ServerClaims {
  readonly entropyBits?: number;
  readonly strength?: string;
}

/** A call without a password. */
export interface CallFailure {
  readonly ok: false;
  readonly error: ApiError;
}

/** A password that passed verification. */
export interface CallSuccess extends UpperBound {
  readonly ok: true;
  readonly password: string;
  readonly serverClaims: ServerClaims;
}

/** The result of a call; `durationMs` includes every retry and pause. */
export type CallResult = (CallSuccess | CallFailure) & {
  readonly durationMs: number;
  /** How many requests were sent with the key, retries included. */
  readonly requests: number;
};

/** Builds the result of a failed call. */
export function failure(code: ApiErrorCode, more: Omit<ApiError, 'code'> = {}): CallFailure {
  return { ok: false, error: { code, ...more } };
}
