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

/** One limit over all that a call does: it ends by time, by the caller, or by being released. */
export interface TimeLimit {
  /** Aborted at the end, whatever ended it. */
  readonly signal: AbortSignal;
  /** In milliseconds since 1970. */
  readonly endsAtMs: number;
  /** What ended it before its work was done. */
  ended(): 'timed_out' | 'cancelled' | undefined;
  /** The work is done, or given up: closes whatever is still open. */
  release(): void;
}

/** What a time limit is made of; `cancel` ends it before its time. */
export interface TimeLimitOptions {
  readonly ms: number;
  readonly now: () => number;
  readonly wait: Wait;
  readonly cancel: AbortSignal | undefined;
}

export function startTimeLimit({ ms, now, wait, cancel }: TimeLimitOptions): TimeLimit {
  const controller = new AbortController();
  let cause: 'timed_out' | 'cancelled' | undefined;
  const end = (why?: typeof cause) => {
    if (controller.signal.aborted) return;
    cause = why;
    cancel?.removeEventListener('abort', onCancel);
    controller.abort();
  };
  const onCancel = () => end('cancelled');
  cancel?.addEventListener('abort', onCancel);
  if (cancel?.aborted) onCancel();
  void wait(ms, controller.signal).then(() => end('timed_out'));
  return { signal: controller.signal, endsAtMs: now() + ms, ended: () => cause, release: () => end() };
}
