import { useEffect, useState } from 'preact/hooks';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import { type ApiRequest, sendMessage } from '../../lib/messaging/messages.ts';
import { type ApiPassword, apiPassword } from '../../lib/storage/api-passwords.ts';

/** How far the request for the shown options has come. */
export type ApiAttempt =
  | { readonly status: 'off' | 'waiting' | 'slow' }
  | { readonly status: 'ready'; readonly made: ApiPassword }
  | { readonly status: 'failed'; readonly failure: ApiFailure };

/** How long a control must rest before the server is asked: a dragged slider is one request, not fifty. */
const REST_MS = 250;
/** When the person is told that something is under way: sooner, it would only flicker. */
const SLOW_MS = 300;

/** Asks the API anew whenever `request` changes; `undefined` asks for nothing. `round` tells equal requests apart. */
export function useApiPassword(request: ApiRequest | undefined, round: number): [ApiAttempt, () => void] {
  const [attempt, setAttempt] = useState<ApiAttempt>({ status: 'off' });
  const [asked, setAsked] = useState(false);
  const text = request && JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the request, `round` for "again"
  useEffect(() => {
    if (!request) return setAttempt({ status: 'off' });
    let current = true;
    const settle = (next: ApiAttempt) => current && setAttempt(next);
    settle({ status: 'waiting' });
    const start = setTimeout(() => void ask(request).then(settle), asked ? REST_MS : 0);
    const slow = setTimeout(() => current && setAttempt(slowed), SLOW_MS);
    setAsked(true);
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

async function ask(request: ApiRequest): Promise<ApiAttempt> {
  const reply = await sendMessage('popup-to-background:make-by-api', request);
  if (!reply.ok) return { status: 'failed', failure: reply };
  const made = await apiPassword.read();
  // Another window's popup may have asked since: its password is not this one's.
  return made?.id === reply.id ? { status: 'ready', made } : ask(request);
}
