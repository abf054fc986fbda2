import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { describeMessageFailure } from '../../../lib/i18n/describe-message-failure.ts';
import { message } from '../../../lib/i18n/message.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { useCountdown } from '../../hooks/use-countdown.ts';

/** Why the key is still locked. */
type Refusal =
  | { readonly tried: boolean; readonly tryAgainAt: number }
  | { readonly text: string; readonly tryAgainAt?: never };

/** Unlocks the key of a service for this session. What was typed stays until it was right. */
export function UnlockForm({ service }: { service: string }) {
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const wait = useCountdown(refusal?.tryAgainAt);
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const passphrase = String(new FormData(event.currentTarget).get('passphrase') ?? '');
    setBusy(true);
    setRefusal(await unlock(service, passphrase));
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p class="help warning">{message('options_key_locked')}</p>
      <label class="number">
        {message('options_passphrase')}
        <input id="unlock-passphrase" name="passphrase" type="password" autocomplete="off" />
      </label>
      <p class="buttons">
        <button type="submit" class="button" id="key-unlock" disabled={busy || wait > 0}>
          {message('options_key_unlock')}
        </button>
        <span role="alert" id="unlock-result">
          {refusal && describeRefusal(refusal, wait)}
        </span>
      </p>
    </form>
  );
}

/** Tries a passphrase; `undefined` if it was right. */
async function unlock(service: string, passphrase: string): Promise<Refusal | undefined> {
  const answer = await sendMessage('options-to-background:unlock-key', { service, passphrase });
  if (!answer.ok) return { text: describeMessageFailure(answer.failure) };
  return answer.reply.unlocked ? undefined : answer.reply;
}

function describeRefusal(refusal: Refusal, wait: number): string {
  if ('text' in refusal) return refusal.text;
  if (refusal.tried)
    return wait > 0 ? message('options_key_wait', String(wait)) : message('options_key_wrong');
  return wait > 0 ? message('options_key_not_tried_wait', String(wait)) : message('options_key_not_tried');
}
