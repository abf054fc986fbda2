import { describeApiProblem } from '../../../lib/i18n/describe-api-problem.ts';
import { describeMessageFailure } from '../../../lib/i18n/describe-message-failure.ts';
import { message } from '../../../lib/i18n/message.ts';
import type { ApiProblem } from '../../../lib/messaging/api-problem.ts';
import type { SaveKeyReply, SaveKeyRequest } from '../../../lib/messaging/key-messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { PassphraseJudge } from './use-passphrase-judge.ts';

/** The result of an action as a sentence, and the problem with the API that it tells of. */
export interface ApiResult {
  readonly text: string;
  readonly problem?: ApiProblem;
  /** Whether something was saved, so that the form can be emptied. */
  readonly isSaved?: boolean;
}

/** The first problem with a key and its passphrase, as a sentence; `undefined` where there is none. */
export function keyFormProblem(
  { key, keeping, passphrase = '' }: Omit<SaveKeyRequest, 'service'>,
  isWeak: PassphraseJudge | undefined,
): string | undefined {
  if (key.trim() === '') return message('options_key_empty');
  if (keeping !== 'passphrase') return undefined;
  return isWeak?.(passphrase) ? message('options_passphrase_weak') : undefined;
}

/** Has the background keep a key, which tests it first if it replaces another. */
export async function saveKey(request: SaveKeyRequest): Promise<ApiResult> {
  const answer = await sendMessage('options-to-background:save-key', request);
  return answer.ok ? describeReply(answer.reply) : { text: describeMessageFailure(answer.failure) };
}

const REFUSALS = {
  bad_key: 'options_key_bad',
  service_changed: 'options_key_service_changed',
  no_device_lock: 'options_key_no_device_lock',
  not_saved: 'options_key_not_saved',
  memory_full: 'memory_full',
} as const;

function describeReply(reply: SaveKeyReply): ApiResult {
  if (reply.ok)
    return { text: message(reply.replaced ? 'options_key_replaced' : 'options_key_saved'), isSaved: true };
  if ('refused' in reply) return { text: message(REFUSALS[reply.refused]) };
  const { problem, host } = reply;
  return { text: message('options_key_kept', describeApiProblem(problem, host)), problem };
}
