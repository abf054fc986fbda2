import type { ApiError } from '../api/result.ts';

/** Why no password came from the API: a failed call, or something missing without which no call is made. */
export type ApiProblem =
  | ApiError
  | { readonly code: 'no_key' | 'key_locked' | 'no_permission'; readonly retryAtMs?: never };

/**
 * Problems that only a change of the settings solves, so this device never takes the API's place by itself.
 */
const SETTINGS_CODES: readonly string[] = [
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
