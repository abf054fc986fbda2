import { useLayoutEffect, useRef } from 'preact/hooks';
import { describeApiProblem } from '../../lib/i18n/describe-api-problem.ts';
import { message } from '../../lib/i18n/message.ts';
import { needsSettings } from '../../lib/messaging/api-problem.ts';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import { openOptions } from '../../lib/platform/tabs.ts';
import { orReport } from '../../lib/storage/lock.ts';
import { useCountdown } from '../hooks/use-countdown.ts';
import { ServerDetail } from '../shared/ServerDetail.tsx';
import { AllowServer } from './AllowServer.tsx';

interface ApiFailureCardProps {
  failure: ApiFailure;
  retry: () => void;
  makeLocal: () => void;
}

/**
 * Why the API made no password, and the ways out: this device, another request, the permission, the settings.
 * A request that the person has cancelled is no error.
 */
export function ApiFailureCard({ failure: { host, problem }, retry, makeLocal }: ApiFailureCardProps) {
  const isCancelled = problem.code === 'cancelled';
  const first = useRef<HTMLButtonElement>(null);
  // The button that cancelled is gone, and the focus of a keyboard would be lost with it.
  useLayoutEffect(() => {
    if (isCancelled) first.current?.focus();
  }, [isCancelled]);
  return (
    <section
      class={isCancelled ? 'card' : 'card error'}
      id="api-failure"
      role={isCancelled ? 'status' : 'alert'}
    >
      <p class="problem">{describeApiProblem(problem, host)}</p>
      <button type="button" class="link" id="make-local" ref={first} onClick={makeLocal}>
        {message('popup_make_local')}
      </button>
      {problem.code === 'no_permission' ? <AllowServer retry={retry} /> : null}
      {needsSettings(problem) ? (
        <button type="button" class="link" onClick={() => void orReport(openOptions())}>
          {message('popup_settings')}
        </button>
      ) : (
        <Retry
          label={message(isCancelled ? 'popup_ask_again' : 'popup_try_again')}
          notBefore={problem.retryAtMs}
          retry={retry}
        />
      )}
      <ServerDetail problem={problem} />
    </section>
  );
}

interface RetryProps {
  label: string;
  /** Until then the server accepts no request, in milliseconds since 1970. */
  notBefore: number | undefined;
  retry: () => void;
}

function Retry({ label, notBefore, retry }: RetryProps) {
  const wait = useCountdown(notBefore);
  return (
    <button type="button" class="link" id="try-again" disabled={wait > 0} onClick={retry}>
      {wait > 0 ? message('popup_try_again_in', String(wait)) : label}
    </button>
  );
}
