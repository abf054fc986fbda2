import type { ApiError } from '../api/result.ts';

/** Why no password came from the API: either a call failed, or something that a call needs is missing. */
export type ApiProblem =
  | ApiError
  /** `no_reply`: the background failed or was stopped before it could answer. */
  | {
      readonly code: 'no_key' | 'key_locked' | 'key_lost' | 'no_permission' | 'no_reply';
      readonly retryAtMs?: never;
    };

/** The API has not been set up so that a call could succeed. A fallback would hide that for good. */
const SETUP_CODES: readonly ApiProblem['code'][] = [
  'bad_base_url',
  'bad_path',
  'bad_header_name',
  'bad_key',
  'unsupported_option',
  'wrong_url',
  'no_key',
  'no_permission',
];

/** The key worked once and needs the person again; passwords are needed meanwhile. */
const KEY_CODES: readonly ApiProblem['code'][] = ['key_refused', 'not_permitted', 'key_locked', 'key_lost'];

/** Whether this device makes the password instead, if the person has chosen so. The interface says why. */
export function allowsFallback({ code }: ApiProblem): boolean {
  return !SETUP_CODES.includes(code);
}

/** Whether the person has to change the settings to solve the problem, because trying again will not. */
export function needsSettings({ code }: ApiProblem): boolean {
  return SETUP_CODES.includes(code) || KEY_CODES.includes(code);
}
