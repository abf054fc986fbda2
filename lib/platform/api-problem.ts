import type { ApiError } from '../api/result.ts';
import { describeGeneratorError } from './generator-error.ts';
import { type MessageKey, message } from './i18n.ts';

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

/** One sentence that says what is wrong and what to do. */
export function describeApiProblem(problem: ApiProblem, host: string): string {
  if ('generatorError' in problem && problem.generatorError)
    return describeGeneratorError(problem.generatorError);
  const sentence = message(keyOf(problem), host, String(('status' in problem && problem.status) || ''));
  const detail =
    'detail' in problem && problem.detail ? ` ${message('api_server_says', problem.detail)}` : '';
  return sentence + detail;
}

function keyOf(problem: ApiProblem): MessageKey {
  if (problem.code === 'blocked') return problem.cause === 'redirect' ? 'api_redirect' : 'api_blocked';
  if (problem.code === 'not_as_asked') return `api_not_as_asked_${problem.reason ?? 'wrong_length'}`;
  return `api_${problem.code}`;
}
