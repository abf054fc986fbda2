import { StorageFailure } from '../storage/damaged-items.ts';

/**
 * Ends work that nobody waits for. A storage that fails is told where a person sees an outcome. Anything else
 * is unexpected, and the browser lists it among the extension's errors.
 */
export function endQuietly(work: Promise<unknown>): void {
  work.catch((error) => {
    if (!(error instanceof StorageFailure)) globalThis.reportError?.(error);
  });
}

/** Returns work that is awaited later or never, whose failure then counts as handled. */
export function startEarly<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
