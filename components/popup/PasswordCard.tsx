import { useRef } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { PasswordText } from '../shared/PasswordText.tsx';
import { LONG } from './AwaitedCard.tsx';
import { RequestLine } from './RequestLine.tsx';
import { useHandCopy } from './use-hand-copy.ts';
import type { PasswordActions } from './use-password-actions.ts';
import type { PopupPassword, ShownPassword } from './use-popup-password.ts';

interface PasswordCardProps {
  shown: ShownPassword;
  made: PopupPassword;
  actions: PasswordActions;
}

/** The bits at which the meter is full: no attack reaches further than a 128-bit key. */
const FULL_BITS = 128;

/** The password, large, and its strength. It can be selected and copied like any text. */
export function PasswordCard({ shown, made, actions }: PasswordCardProps) {
  const { password } = shown;
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
        class="password"
        aria-label={message('popup_password')}
        aria-live="off"
        data-long={password.length > LONG}
        data-phrase={shown.madeFor.kind === 'passphrase'}
      >
        <PasswordText password={password} />
      </output>
      <StrengthMeter {...shown} />
      <RequestLine made={made} />
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
