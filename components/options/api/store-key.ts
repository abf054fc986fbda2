import { describeApiProblem } from '../../../lib/i18n/describe-api-problem.ts';
import { describeMessageFailure } from '../../../lib/i18n/describe-message-failure.ts';
import { message } from '../../../lib/i18n/message.ts';
import { plural } from '../../../lib/i18n/plural.ts';
import type { ApiProblem } from '../../../lib/messaging/api-problem.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { requestOriginAccess } from '../../../lib/platform/permissions.ts';
import { type KeyInput, saveCandidateKey, saveKey } from '../../../lib/storage/api-key.ts';
import { type ApiSettings, apiService } from '../../../lib/storage/api-settings.ts';

/** The minimum length of a passphrase, in characters. Nothing else protects the key on disk. */
const MIN_PASSPHRASE = 8;

/** The result of an action as a sentence, and the problem with the API that it tells of. */
export interface ApiResult {
  readonly text: string;
  readonly problem?: ApiProblem;
}

/** The first problem with a key and its passphrase, as a sentence; `undefined` where there is none. */
export function validateKey({ key, keeping, passphrase }: KeyInput): string | undefined {
  if (key.trim() === '') return message('options_key_empty');
  if (keeping === 'passphrase' && [...(passphrase ?? '')].length < MIN_PASSPHRASE) {
    return plural('options_passphrase_short', MIN_PASSPHRASE);
  }
  return undefined;
}

/** Stores the first key. */
export async function storeKey(candidate: KeyInput): Promise<ApiResult> {
  return { text: message((await saveKey(candidate)) ? 'options_key_bad' : 'options_key_saved') };
}

/** Stores a key in place of another once it has passed a test. */
export async function replaceKey(candidate: KeyInput, settings: ApiSettings): Promise<ApiResult> {
  const { base, host } = apiService(settings);
  if (!base.ok || !(await requestOriginAccess(base.matchPattern)))
    return { text: message('options_api_declined', host) };
  if (await saveCandidateKey(candidate)) return { text: message('options_key_bad') };
  const answer = await sendMessage('options-to-background:test-api', { which: 'candidate' });
  if (!answer.ok) return { text: describeMessageFailure(answer.failure) };
  const { reply } = answer;
  if (reply.ok) return { text: message('options_key_replaced') };
  const { problem, host: server } = reply;
  return { text: message('options_key_kept', describeApiProblem(problem, server)), problem };
}
