import { showableDetail } from './detail.ts';
import { readErrorBody } from './error-body.ts';
import type { PasswordCall } from './prepare.ts';
import { undocumentedSymbols } from './presets.ts';
import { jsonIn } from './read-body.ts';
import { type ApiErrorCode, type CallFailure, type CallSuccess, failure } from './result.ts';
import { retryAtMs } from './retry-at.ts';
import { endedFailure, type ReceivedResponse } from './send.ts';
import type { TimeLimit } from './time-limit.ts';
import { refusalOf, upperBound } from './verify.ts';

/** What each status means; 402 and 405 are what some services say instead of 403 and 404. */
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

/** Turns a server's answer into a checked password or the reason why there is none. */
export function readResponse(
  answer: ReceivedResponse,
  call: PasswordCall,
  limit: TimeLimit,
  nowMs: number,
): CallSuccess | CallFailure {
  const { status, body } = answer;
  if (status < 200 || status > 299) return statusFailure(answer, call, nowMs);
  if (!body.ok) return (body.code === 'cut_off' && endedFailure(limit)) || failure(body.code, { status });
  const json = jsonIn(body.bytes);
  if (!json) return failure('not_json', { status });
  const reply = call.preset.readReply(json.value);
  if (!reply) return failure('not_contract', { status });
  const { password, ...serverClaims } = reply;
  const reason = refusalOf(password, call.options, call.seen, call.fits);
  if (reason) return failure('not_as_asked', { status, reason });
  const bound = upperBound(password, call.options, undocumentedSymbols(call.preset));
  return { ok: true, password, serverClaims, ...bound };
}

/** A refusal stands even if its body is cut off, endless or not JSON: then only the server's words are missing. */
function statusFailure(
  { status, headers, body }: ReceivedResponse,
  { preset, key }: PasswordCall,
  nowMs: number,
): CallFailure {
  const { message, code } = readErrorBody(body.ok ? jsonIn(body.bytes)?.value : undefined);
  const detail = showableDetail(message || code, key);
  const aboutKey = status === 400 && preset.refusesKey?.(message) === true;
  const retryAt = status === 429 || status >= 500 ? retryAtMs(headers, nowMs) : undefined;
  return failure(aboutKey ? 'key_refused' : codeOf(status), {
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAt === undefined ? {} : { retryAtMs: retryAt }),
  });
}

function codeOf(status: number): ApiErrorCode {
  return CODE_OF_STATUS[status] ?? (status >= 500 ? 'server_fault' : 'unexpected_status');
}
