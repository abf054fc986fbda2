import { message } from '../../lib/i18n/message.ts';
import { PasswordText } from '../shared/PasswordText.tsx';
import type { ShownPassword } from './use-popup-password.ts';

interface PasswordCardProps extends ShownPassword {
  /** It is made of words, and wraps between them. */
  phrase: boolean;
}

/** The bits at which the meter is full: no attack reaches further than a 128-bit key. */
const FULL_BITS = 128;

/** The password, large, and how strong it is. */
export function PasswordCard({
  password,
  entropyBits,
  strength,
  bits,
  madeBy,
  serverBits,
  phrase,
}: PasswordCardProps) {
  const word = message(`strength_${strength}`);
  return (
    <section class="card">
      <output
        id="password"
        aria-label={message('popup_password')}
        aria-live="off"
        data-long={password.length > 52}
        data-phrase={phrase}
      >
        <PasswordText password={password} />
      </output>
      <div class="strength">
        <meter
          class="visually-hidden"
          aria-label={message('strength')}
          min={0}
          max={FULL_BITS}
          value={Math.min(entropyBits, FULL_BITS)}
          aria-valuetext={`${word}, ${bits}`}
        />
        <svg class={`bar ${strength}`} aria-hidden="true">
          <rect width={`${Math.min(100, (100 * entropyBits) / FULL_BITS)}%`} height="100%" />
        </svg>
        <span id="strength">
          <b>{word}</b> · {bits}
        </span>
      </div>
      {madeBy !== undefined && serverBits !== undefined ? (
        <p class="claim">{message('popup_server_says', madeBy, String(serverBits))}</p>
      ) : null}
    </section>
  );
}
