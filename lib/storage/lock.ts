import { browser } from 'wxt/browser';

/** How long a page waits for its turn, in milliseconds; a person sees nothing happen for as long. */
export const PAGE_WAIT_MS = 1000;

/**
 * The prefix of connections that ask the background for a lock; the rest of the connection's name is the
 * lock's name.
 */
export const LOCK_PORT = 'lock:';

/** Another page or the background has been writing for longer than a page may wait. Nothing was changed. */
export class StorageBusyError extends Error {}

/**
 * Returns the result of a change, or `undefined` if the storage stays busy. `onStorageBusy` reports that, so
 * the caller only has to stop.
 */
export function unlessBusy<T>(change: Promise<T>): Promise<T | undefined> {
  return change.catch((error) => {
    if (error instanceof StorageBusyError) return undefined;
    throw error;
  });
}

const busyListeners = new Set<() => void>();

/** Calls back whenever this page gives up waiting; returns a function that stops it. */
export function onStorageBusy(listener: () => void): () => void {
  busyListeners.add(listener);
  return () => busyListeners.delete(listener);
}

function storageBusy(): StorageBusyError {
  for (const listener of busyListeners) listener();
  return new StorageBusyError();
}

/** The background waits without a limit, because nobody watches it. */
let isBackground = false;

/** Declares that this context is the background; call it when the background starts. */
export function waitAsBackground(): void {
  isBackground = true;
}

/**
 * Runs `task` while no other context of the extension runs one for the same key, in the order of the calls.
 * Rejects with `StorageBusyError` if a page would have to wait longer than `PAGE_WAIT_MS`.
 */
export function runExclusively<T>(key: string, task: () => Promise<T>): Promise<T> {
  if (isBackground) return navigator.locks.request(key, task);
  const needsLoan = import.meta.env.FIREFOX && browser.extension.inIncognitoContext;
  return needsLoan ? runWithLentLock(key, task) : runWithin(key, task);
}

function runWithin<T>(key: string, task: () => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(PAGE_WAIT_MS);
  return navigator.locks.request(key, { signal }, task).catch((error) => {
    // A request that is given up rejects with the signal's reason, a task that fails with its own error.
    throw error === signal.reason ? storageBusy() : error;
  });
}

/**
 * Firefox separates the locks of private windows from the background's (seen in 153). The background
 * therefore holds the lock for them until the connection ends. Chromium has one popup for all windows.
 */
async function runWithLentLock<T>(key: string, task: () => Promise<T>): Promise<T> {
  const port = browser.runtime.connect({ name: LOCK_PORT + key });
  try {
    const isLent = await new Promise<unknown>((resolve) => {
      port.onMessage.addListener(() => resolve(true));
      setTimeout(resolve, PAGE_WAIT_MS);
    });
    if (!isLent) throw storageBusy();
    return await task();
  } finally {
    port.disconnect();
  }
}
