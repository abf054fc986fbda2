import { describeApiProblem } from '../../lib/i18n/describe-api-problem.ts';
import { message } from '../../lib/i18n/message.ts';
import { needsSettings } from '../../lib/messaging/api-problem.ts';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import { openOptions } from '../../lib/platform/tabs.ts';
import { useCountdown } from '../hooks/use-countdown.ts';
import { ServerDetail } from '../shared/ServerDetail.tsx';

interface ApiFailureCardProps {
  failure: ApiFailure;
  retry: () => void;
  makeLocal: () => void;
}

/** Why the API made no password, and the ways out: this device, another request, the settings. */
export function ApiFailureCard({ failure: { host, problem }, retry, makeLocal }: ApiFailureCardProps) {
  const wait = useCountdown(problem.retryAtMs);
  return (
    <section class="card error" id="api-failure" role="alert">
      <p class="problem">{describeApiProblem(problem, host)}</p>
      <button type="button" class="link" id="make-local" onClick={makeLocal}>
        {message('popup_make_local')}
      </button>
      {needsSettings(problem) ? (
        <button type="button" class="link" onClick={() => void openOptions()}>
          {message('popup_settings')}
        </button>
      ) : (
        <button type="button" class="link" id="try-again" disabled={wait > 0} onClick={retry}>
          {wait > 0 ? message('popup_try_again_in', String(wait)) : message('popup_try_again')}
        </button>
      )}
      <ServerDetail problem={problem} />
    </section>
  );
}
