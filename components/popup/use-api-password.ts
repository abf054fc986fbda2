import { useEffect, useState } from 'preact/hooks';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import { type ApiRequest, sendMessage } from '../../lib/messaging/messages.ts';
import { inPrivateWindow } from '../../lib/platform/private-window.ts';
import { type ApiPassword, apiPassword } from '../../lib/storage/api-passwords.ts';

/** The state of the request for the shown options. */
export type ApiAttempt =
  | { readonly status: 'off' | 'waiting' | 'slow' }
  | { readonly status: 'ready'; readonly made: ApiPassword }
  | { readonly status: 'failed'; readonly failure: ApiFailure };

/**
 * How long a control must rest before a request is sent, so that dragging a slider sends one request instead
 * of fifty.
 */
const REST_MS = 250;
/** How long a request may take before the popup shows it. Shown sooner, it would only flicker. */
const SLOW_MS = 300;

/**
 * Sends a request to the API whenever `request` changes; `undefined` sends none. `round` distinguishes equal
 * requests. Returns the state of the latest request and a function that cancels it.
 */
export function useApiPassword(request: ApiRequest | undefined, round: number): [ApiAttempt, () => void] {
  const [attempt, setAttempt] = useState<ApiAttempt>({ status: 'off' });
  const [requested, setRequested] = useState(false);
  const text = request && JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` stands for `request`
  useEffect(() => {
    if (!request) return setAttempt({ status: 'off' });
    let current = true;
    const settle = (next: ApiAttempt) => current && setAttempt(next);
    settle({ status: 'waiting' });
    const start = setTimeout(() => void send(request).catch(noReply).then(settle), requested ? REST_MS : 0);
    const slow = setTimeout(() => current && setAttempt(slowed), SLOW_MS);
    setRequested(true);
    return () => {
      current = false;
      clearTimeout(start);
      clearTimeout(slow);
    };
  }, [text, round]);
  return [attempt, () => void sendMessage('popup-to-background:cancel-api', {})];
}

const slowed = (attempt: ApiAttempt): ApiAttempt =>
  attempt.status === 'waiting' ? { status: 'slow' } : attempt;

const noReply = (): ApiAttempt => ({
  status: 'failed',
  failure: { host: '', problem: { code: 'no_reply' } },
});

async function send(request: ApiRequest): Promise<ApiAttempt> {
  const incognito = await inPrivateWindow();
  const answer = await sendMessage('popup-to-background:make-by-api', { ...request, incognito });
  if (!answer.ok) return noReply();
  const { reply } = answer;
  if (!reply.ok) return { status: 'failed', failure: reply };
  const made = await apiPassword.read();
  // The popup of another window may have replaced the password since.
  return made?.id === reply.id ? { status: 'ready', made } : send(request);
}
