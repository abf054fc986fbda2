import { describeApiProblem } from '../../lib/i18n/describe-api-problem.ts';
import { message } from '../../lib/i18n/message.ts';
import { plural } from '../../lib/i18n/plural.ts';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import { apiService, apiSettings } from '../../lib/storage/api-settings.ts';
import { ageInDays } from '../../lib/storage/key-state.ts';
import { useKeyState } from '../hooks/use-key-state.ts';
import { useStored } from '../hooks/use-stored.ts';
import { ServerDetail } from '../shared/ServerDetail.tsx';
import type { PopupPassword } from './use-popup-password.ts';

/** What the person should know about the API while a password is shown. */
export function ApiNotices({ made }: { made: PopupPassword }) {
  const cause = made.fallbackCause;
  return (
    <>
      {cause && cause.problem.code !== 'cancelled' ? <LocalFallback failure={cause} /> : null}
      {made.shown?.madeBy ? <KeyAgeReminder /> : null}
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

/** A reminder once the key is older than the person's limit. */
function KeyAgeReminder() {
  const [settings] = useStored(apiSettings);
  const state = useKeyState(settings && apiService(settings).id);
  if (!settings || state?.status !== 'ready' || settings.reminderDays === 0) return null;
  const days = ageInDays(state.info);
  return days < settings.reminderDays ? null : <p class="note">{plural('popup_key_old', days)}</p>;
}
