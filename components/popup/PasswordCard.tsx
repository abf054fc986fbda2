import { useRef } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { formatNumber, plural } from '../../lib/i18n/plural.ts';
import { PasswordText } from '../shared/PasswordText.tsx';
import { useHandCopy } from './use-hand-copy.ts';
import type { PasswordActions } from './use-password-actions.ts';
import type { ShownPassword } from './use-popup-password.ts';

interface PasswordCardProps {
  shown: ShownPassword;
  actions: PasswordActions;
}

/** The bits at which the meter is full: no attack reaches further than a 128-bit key. */
const FULL_BITS = 128;

/** The password, large, and its strength. It can be selected and copied like any text. */
export function PasswordCard({ shown, actions }: PasswordCardProps) {
  const { password, madeBy, serverBits } = shown;
  const output = useRef<HTMLOutputElement>(null);
  useHandCopy(output, {
    text: password,
    selected: () => actions.selected(shown),
    copied: () => actions.copied(shown),
  });
  return (
    <section class="card">
      <output
        ref={output}
        id="password"
        aria-label={message('popup_password')}
        aria-live="off"
        data-long={password.length > 52}
        data-phrase={shown.madeFor.kind === 'passphrase'}
      >
        <PasswordText password={password} />
      </output>
      <StrengthMeter {...shown} />
      {madeBy !== undefined && serverBits !== undefined ? (
        <p class="claim">{plural('popup_server_says', serverBits, madeBy, formatNumber(serverBits))}</p>
      ) : null}
    </section>
  );
}

function StrengthMeter({ strength, entropyBits, bits }: ShownPassword) {
  const level = message(`strength_${strength}`);
  return (
    <div class="strength">
      <meter
        class="visually-hidden"
        aria-label={message('strength')}
        min={0}
        max={FULL_BITS}
        value={Math.min(entropyBits, FULL_BITS)}
        aria-valuetext={`${level}, ${bits}`}
      />
      <svg class={`bar ${strength}`} aria-hidden="true">
        <rect width={`${Math.min(100, (100 * entropyBits) / FULL_BITS)}%`} height="100%" />
      </svg>
      <span id="strength">
        <b>{level}</b> · {bits}
      </span>
    </div>
  );
}
