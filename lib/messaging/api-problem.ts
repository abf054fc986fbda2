import type { ApiError } from '../api/result.ts';

/** Why no password came from the API: what the client found, or what is missing before it can be asked. */
export type ApiProblem =
  | ApiError
  | { readonly code: 'no_key' | 'key_locked' | 'no_permission'; readonly retryAtMs?: never };

/** The settings must change first: nothing is made on this device in its place unless the person says so. */
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

/** Whether the way out leads through the settings. */
export function needsSettings({ code }: ApiProblem): boolean {
  return SETTINGS_CODES.includes(code);
}
