import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import { unlockKey } from '../../../lib/storage/api-key.ts';
import { useCountdown } from '../../hooks/use-countdown.ts';

/** Unlocks the key for this session. */
export function UnlockForm() {
  const [refused, setRefused] = useState<{ readonly tryAgainAt: number }>();
  const wait = useCountdown(refused?.tryAgainAt);
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const unlocking = await unlockKey(String(new FormData(form).get('passphrase') ?? ''));
    setRefused(unlocking.unlocked ? undefined : unlocking);
    form.reset();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p class="help warning">{message('options_key_locked')}</p>
      <label class="number">
        {message('options_passphrase')}
        <input id="unlock-passphrase" name="passphrase" type="password" autocomplete="off" />
      </label>
      <p class="buttons">
        <button type="submit" class="button" id="key-unlock" disabled={wait > 0}>
          {message('options_key_unlock')}
        </button>
        <span role="alert" id="unlock-result">
          {refused
            ? wait > 0
              ? message('options_key_wait', String(wait))
              : message('options_key_wrong')
            : null}
        </span>
      </p>
    </form>
  );
}
