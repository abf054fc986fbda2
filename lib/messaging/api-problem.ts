import type { ApiError } from '../api/result.ts';

/** Why no password came from the API: either a call failed, or something that a call needs is missing. */
export type ApiProblem =
  | ApiError
  | { readonly code: 'no_key' | 'key_locked' | 'no_permission'; readonly retryAtMs?: never };

/**
 * Problems that only a change of the settings solves. This device never replaces the API for them by itself.
 */
const SETTINGS_CODES: readonly ApiProblem['code'][] = [
  'bad_base_url',
  'bad_path',
  'bad_header_name',
  'bad_key',
  'unsupported_option',
  'key_refused',
  'not_permitted',
  'wrong_url',
  'no_key',
  'key_locked',
  'no_permission',
];

/** Whether the person has to change the settings to solve the problem. */
export function needsSettings({ code }: ApiProblem): boolean {
  return SETTINGS_CODES.includes(code);
}
