import { sanitizeDetail } from './detail.ts';
import { readErrorBody } from './error-body.ts';
import type { PasswordCall } from './prepare.ts';
import { undocumentedSymbols } from './presets.ts';
import { parseJsonBody } from './read-body.ts';
import { readRejectedOption } from './rejected-option.ts';
import { type ApiErrorCode, type CallFailure, type CallSuccess, failure } from './result.ts';
import { retryAtMs } from './retry-at.ts';
import { endedFailure, type ReceivedResponse } from './send.ts';
import type { TimeLimit } from './time-limit.ts';
import { findRefusal, upperBound } from './verify-password.ts';

/** The code for each status; some services send 402 for 403 and 405 for 404. */
const CODE_OF_STATUS: Readonly<Partial<Record<number, ApiErrorCode>>> = {
  400: 'bad_options',
  401: 'key_refused',
  402: 'not_permitted',
  403: 'not_permitted',
  404: 'wrong_url',
  405: 'wrong_url',
  410: 'wrong_url',
  422: 'bad_options',
  429: 'rate_limited',
};

/** Turns a response into a verified password, or into the reason why there is none. */
export function readResponse(
  response: ReceivedResponse,
  call: PasswordCall,
  limit: TimeLimit,
  nowMs: number,
): CallSuccess | CallFailure {
  const { status, body } = response;
  if (status < 200 || status > 299) return statusFailure(response, call, nowMs);
  if (!body.ok) return (body.code === 'cut_off' && endedFailure(limit)) || failure(body.code, { status });
  const json = parseJsonBody(body.bytes);
  if (!json) return failure('not_json', { status });
  const reply = call.preset.readReply(json.value);
  if (!reply) return failure('not_contract', { status });
  const { password, ...serverClaims } = reply;
  const reason = findRefusal(password, call.options, call.seen, call.fits);
  if (reason) return failure('not_as_asked', { status, reason });
  const bound = upperBound(password, call.options, undocumentedSymbols(call.preset));
  return { ok: true, password, serverClaims, ...bound };
}

/**
 * A status counts even if the body is cut off, endless or not JSON; then only the server's text is missing.
 */
function statusFailure(
  { status, headers, body }: ReceivedResponse,
  { preset, key, options }: PasswordCall,
  nowMs: number,
): CallFailure {
  const json = body.ok ? parseJsonBody(body.bytes)?.value : undefined;
  const { message, code, retryAfter } = readErrorBody(json);
  const detail = sanitizeDetail(message || code, key);
  const aboutKey = status === 400 && preset.refusesKey?.(message) === true;
  const retryAt = status === 429 || status >= 500 ? retryAtMs({ headers, retryAfter }, nowMs) : undefined;
  const errorCode = aboutKey ? 'key_refused' : codeOf(status);
  const sent = { parameters: preset.parameters, length: options.length };
  const rejected = errorCode === 'bad_options' ? readRejectedOption(json, sent) : undefined;
  return failure(errorCode, {
    status,
    ...(rejected && { rejected }),
    ...(detail === undefined ? {} : { detail }),
    ...(retryAt === undefined ? {} : { retryAtMs: retryAt }),
  });
}

function codeOf(status: number): ApiErrorCode {
  return CODE_OF_STATUS[status] ?? (status >= 500 ? 'server_fault' : 'unexpected_status');
}
