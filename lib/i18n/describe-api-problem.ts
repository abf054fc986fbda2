import type { ApiProblem } from '../messaging/api-problem.ts';
import { describeGeneratorError } from './describe-generator-error.ts';
import { formatTime } from './format-time.ts';
import { type MessageKey, message } from './message.ts';

/** What is wrong and what to do, in our own words. The server's text is shown apart from it, on demand. */
export function describeApiProblem(problem: ApiProblem, host: string): string {
  if ('generatorError' in problem && problem.generatorError)
    return describeGeneratorError(problem.generatorError);
  if (problem.code === 'rate_limited' && problem.retryAtMs)
    return message('api_rate_limited_until', host, formatTime(problem.retryAtMs));
  return message(keyOf(problem), host, String(('status' in problem && problem.status) || ''));
}

function keyOf(problem: ApiProblem): MessageKey {
  if (problem.code === 'blocked') return problem.cause === 'redirect' ? 'api_redirect' : 'api_blocked';
  // The record of a request holds no reason.
  if (problem.code === 'not_as_asked') return `api_not_as_asked_${problem.reason ?? 'other'}`;
  return `api_${problem.code}`;
}
