import { describeApiProblem } from '../../lib/i18n/describe-api-problem.ts';
import { message } from '../../lib/i18n/message.ts';
import { plural } from '../../lib/i18n/plural.ts';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import { ServerDetail } from '../shared/ServerDetail.tsx';
import type { PopupPassword } from './use-popup-password.ts';

/** What the person should know about the API while a password is shown. */
export function ApiNotices({ made }: { made: PopupPassword }) {
  const cause = made.fallbackCause;
  const oldKeyDays = made.shown?.oldKeyDays;
  return (
    <>
      {cause && cause.problem.code !== 'cancelled' ? <LocalFallback failure={cause} /> : null}
      {oldKeyDays ? <p class="note">{plural('popup_key_old', oldKeyDays)}</p> : null}
    </>
  );
}

/** Why this device made the password instead of the server. */
function LocalFallback({ failure: { host, problem } }: { failure: ApiFailure }) {
  return (
    <div class="note" data-tone="warning" id="instead-of">
      {message('popup_made_instead', describeApiProblem(problem, host))}
      <ServerDetail problem={problem} />
    </div>
  );
}
