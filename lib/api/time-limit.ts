/** Resolves after `ms` milliseconds, or as soon as `signal` is aborted; never rejects. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** The system's timer. */
export const systemWait: Wait = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });

/** One time limit for a whole call. It ends by time, by cancellation or by release. */
export interface TimeLimit {
  /** Aborts at the end, whatever the cause. */
  readonly signal: AbortSignal;
  /** In milliseconds since 1970. */
  readonly endsAtMs: number;
  /** What ended the limit before its release. */
  ended(): 'timed_out' | 'cancelled' | undefined;
  /** Ends the limit once the call is over, and closes what is still open. */
  release(): void;
}

/** A limit of `ms` milliseconds; `cancel` ends it earlier. */
interface TimeLimitOptions {
  readonly ms: number;
  readonly now: () => number;
  readonly wait: Wait;
  readonly cancel: AbortSignal | undefined;
}

/** Starts a time limit; release it when the call is over. */
export function startTimeLimit({ ms, now, wait, cancel }: TimeLimitOptions): TimeLimit {
  const controller = new AbortController();
  let cause: 'timed_out' | 'cancelled' | undefined;
  const end = (reason?: typeof cause) => {
    if (controller.signal.aborted) return;
    cause = reason;
    cancel?.removeEventListener('abort', onCancel);
    controller.abort();
  };
  const onCancel = () => end('cancelled');
  cancel?.addEventListener('abort', onCancel);
  if (cancel?.aborted) onCancel();
  void wait(ms, controller.signal).then(() => end('timed_out'));
  return { signal: controller.signal, endsAtMs: now() + ms, ended: () => cause, release: () => end() };
}
