import { RequestLine } from './RequestLine.tsx';
import type { AwaitedPassword, PopupPassword } from './use-popup-password.ts';

interface AwaitedCardProps {
  awaited: AwaitedPassword;
  made: PopupPassword;
}

/** The card of a password that a server has yet to return, as high as the card of the password will be. */
export function AwaitedCard({ awaited: { length }, made }: AwaitedCardProps) {
  return (
    <section class="card" id="awaited" aria-busy="true">
      <div class="password" data-long={length > LONG} aria-hidden="true">
        {'•'.repeat(length)}
      </div>
      <div class="strength">
        <svg class="bar" aria-hidden="true" />
      </div>
      <RequestLine made={made} />
    </section>
  );
}

/** The number of characters from which on a password is shown smaller. */
export const LONG = 52;
