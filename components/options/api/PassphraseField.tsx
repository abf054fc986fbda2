import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import type { PassphraseJudge } from './use-passphrase-judge.ts';

/** The passphrase for a key, with a verdict as it is typed. */
export function PassphraseField({ judge }: { judge: PassphraseJudge | undefined }) {
  const [typed, setTyped] = useState('');
  const isWeak = judge?.(typed);
  return (
    <>
      <label class="number">
        {message('options_passphrase_new')}
        <input
          id="passphrase"
          name="passphrase"
          type="password"
          autocomplete="off"
          aria-describedby="passphrase-verdict"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p class="help" id="passphrase-verdict" role="status">
        {typed === '' || isWeak === undefined
          ? null
          : message(isWeak ? 'options_passphrase_weak' : 'options_passphrase_good')}
      </p>
    </>
  );
}
