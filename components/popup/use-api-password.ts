import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import { type ApiRequest, sendMessage } from '../../lib/messaging/messages.ts';
import { inPrivateWindow } from '../../lib/platform/private-window.ts';
import { type ApiPassword, apiPassword } from '../../lib/storage/api-passwords.ts';

/** The state of the request for the shown options. */
export type ApiAttempt =
  | { readonly status: 'off' | 'waiting' }
  | { readonly status: 'ready'; readonly made: ApiPassword }
  | { readonly status: 'failed'; readonly failure: ApiFailure };

/** What to request. */
interface Wanted {
  /** `undefined` where no server is to be asked. */
  readonly request: ApiRequest | undefined;
  /**
   * What the person has chosen. Only a change of it sends another request: the rule of the page, which may
   * come late, sends none.
   */
  readonly choice: string;
  /** Whether the rule of the page is known and part of the request. */
  readonly isSettled: boolean;
}

interface ApiAnswer {
  readonly attempt: ApiAttempt;
  /** Whether the request has been under way for long enough to be shown. */
  readonly isSlow: boolean;
  readonly cancel: () => void;
}

/** A request as it was sent. */
interface Sent {
  readonly choice: string;
  readonly request: ApiRequest;
  /** Whether another one was sent before. */
  readonly isFollowing: boolean;
}

/** How long a request waits for the rule of the page. */
const SURVEY_MS = 300;
/**
 * How long a control must rest before a request is sent, so that dragging a slider sends one request instead
 * of fifty.
 */
const REST_MS = 250;
/** How long a request may take before the popup shows it. Shown sooner, it would only flicker. */
const SLOW_MS = 300;

/** Sends one request for each choice of the person, and returns the state of the latest. */
export function useApiPassword(wanted: Wanted): ApiAnswer {
  const { request, choice } = wanted;
  const [cancelled, setCancelled] = useState<string>();
  const isCancelled = cancelled === choice;
  const sent = useSent(wanted, isCancelled);
  const answered = useReply(sent?.choice === choice && !isCancelled ? sent : undefined);
  const isOn = request !== undefined;
  useEffect(() => {
    if (!isOn) setCancelled(undefined);
  }, [isOn]);
  const attempt: ApiAttempt = !isOn
    ? { status: 'off' }
    : isCancelled
      ? failedBy('cancelled')
      : (answered ?? { status: 'waiting' });
  const cancel = () => {
    setCancelled(choice);
    void sendMessage('popup-to-background:cancel-api', {});
  };
  return { attempt, isSlow: useSlowness(attempt.status === 'waiting'), cancel };
}

/** The request for the choice, once the page's rule is part of it or has kept it waiting for too long. */
function useSent({ request, choice, isSettled }: Wanted, isCancelled: boolean): Sent | undefined {
  const [sent, setSent] = useState<Sent>();
  const latest = useRef(request);
  latest.current = request;
  const isOn = request !== undefined;
  useEffect(() => {
    if (!isOn) return setSent(undefined);
    if (isCancelled) return;
    const ask = () =>
      setSent((before) => {
        if (!latest.current || before?.choice === choice) return before;
        return { choice, request: latest.current, isFollowing: before !== undefined };
      });
    if (isSettled) return ask();
    const timer = setTimeout(ask, SURVEY_MS);
    return () => clearTimeout(timer);
  }, [isOn, choice, isSettled, isCancelled]);
  return sent;
}

/** Sends a request and returns its result; `undefined` until there is one. */
function useReply(sent: Sent | undefined): ApiAttempt | undefined {
  const [settled, settle] = useState<{ sent: Sent; attempt: ApiAttempt }>();
  useEffect(() => {
    if (!sent) return;
    let current = true;
    const start = async () => {
      const attempt = await send(sent.request).catch(() => failedBy('no_reply'));
      if (current) settle({ sent, attempt });
    };
    const timer = setTimeout(() => void start(), sent.isFollowing ? REST_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [sent]);
  return sent && settled?.sent === sent ? settled.attempt : undefined;
}

/** Whether something has been going on for long. */
function useSlowness(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isWaiting) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isSlow && isWaiting;
}

const failedBy = (code: 'cancelled' | 'no_reply'): ApiAttempt => ({
  status: 'failed',
  failure: { host: '', problem: { code } },
});

async function send(request: ApiRequest): Promise<ApiAttempt> {
  const incognito = await inPrivateWindow();
  const answer = await sendMessage('popup-to-background:make-by-api', { ...request, incognito });
  if (!answer.ok) return failedBy('no_reply');
  const { reply } = answer;
  if (!reply.ok) return { status: 'failed', failure: reply };
  const made = await apiPassword.read();
  // The popup of another window may have replaced the password since.
  return made?.id === reply.id ? { status: 'ready', made } : send(request);
}
