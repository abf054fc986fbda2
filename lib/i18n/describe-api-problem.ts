import type { RejectedOption } from '../api/rejected-option.ts';
import type { ApiProblem } from '../messaging/api-problem.ts';
import { describeGeneratorError } from './describe-generator-error.ts';
import { formatTime } from './format-time.ts';
import { type MessageKey, message } from './message.ts';
import { formatNumber } from './plural.ts';

/** What is wrong and what to do, in our own words. The server's text is shown apart from it, on demand. */
export function describeApiProblem(problem: ApiProblem, host: string): string {
  if ('generatorError' in problem && problem.generatorError)
    return describeGeneratorError(problem.generatorError);
  if ('rejected' in problem && problem.rejected) return describeRejected(problem.rejected, host);
  if (problem.code === 'rate_limited' && problem.retryAtMs)
    return message('api_rate_limited_until', host, formatTime(problem.retryAtMs));
  return message(keyOf(problem), host, String(('status' in problem && problem.status) || ''));
}

function keyOf(problem: ApiProblem): MessageKey {
  if (problem.code === 'blocked' && problem.cause === 'redirect') return 'api_redirect';
  if (problem.code === 'blocked' && problem.cause === 'no_server') return 'api_no_server';
  // The record of a request holds no reason.
  if (problem.code === 'not_as_asked') return `api_not_as_asked_${problem.reason ?? 'other'}`;
  return `api_${problem.code}`;
}

/** The option that the server did not accept and, for the length, what it accepts. */
function describeRejected({ option, min, max }: RejectedOption, host: string): string {
  if (min === undefined && max === undefined)
    return message('api_rejected_option', host, message(`option_${option}`));
  if (max === undefined) return message('api_lengths_from', host, formatNumber(min ?? 0));
  if (min === undefined) return message('api_lengths_up_to', host, formatNumber(max));
  return message('api_lengths', host, formatNumber(min), formatNumber(max));
}
