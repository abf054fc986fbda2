import { browser } from 'wxt/browser';
import { StorageFailure } from './damaged-items.ts';

/** How long a page waits for its turn, in milliseconds; a person sees nothing happen for as long. */
export const PAGE_WAIT_MS = 1000;

/**
 * The prefix of connections that ask the background for a lock; the rest of the connection's name is the
 * lock's name.
 */
export const LOCK_PORT = 'lock:';

/** What the background answers a page: the lock is its own until it disconnects, or it will get none. */
export type LockAnswer = 'granted' | 'refused';

/** Another page or the background has been writing for longer than a page may wait. Nothing was changed. */
export class StorageBusyError extends Error {}

/** Why a change was not saved: the storage stayed busy, the browser failed, or its memory for us is full. */
export type UnsavedReason = 'storage_busy' | 'storage_failed' | 'memory_full';

/** Why this change was not saved; `undefined` for an error that has nothing to do with storage. */
export function unsavedReason(error: StorageBusyError | StorageFailure): UnsavedReason;
export function unsavedReason(error: unknown): UnsavedReason | undefined;
export function unsavedReason(error: unknown): UnsavedReason | undefined {
  if (error instanceof StorageBusyError) return 'storage_busy';
  if (!(error instanceof StorageFailure)) return undefined;
  return error.isMemoryFull ? 'memory_full' : 'storage_failed';
}

/**
 * Returns the result of a change, or `undefined` if it could not be saved. `onUnsaved` reports that, so the
 * caller only has to stop.
 */
export function unlessBusy<T>(change: Promise<T>): Promise<T | undefined> {
  return change.catch((error) => {
    if (unsavedReason(error)) return undefined;
    throw error;
  });
}

/** Why something that the person did had no effect, also where nothing was to be saved. */
export type NoEffectReason = UnsavedReason | 'message_failed' | 'message_outdated';

const unsavedListeners = new Set<(reason: NoEffectReason) => void>();

/**
 * Calls back whenever a change of this page is not saved, or a click has had no effect; returns a function
 * that stops it.
 */
export function onUnsaved(listener: (reason: NoEffectReason) => void): () => void {
  unsavedListeners.add(listener);
  return () => unsavedListeners.delete(listener);
}

/** Tells the page that a change is not saved, or that a click has had no effect. */
export function reportUnsaved(reason: NoEffectReason): void {
  for (const listener of unsavedListeners) listener(reason);
}

/**
 * Ends what a click has begun: if it fails, the page says so, because no click may end in silence. Never
 * rejects.
 */
export function orReport<T>(begun: Promise<T>): Promise<T | undefined> {
  return begun.catch((error) => {
    reportUnsaved(unsavedReason(error) ?? 'message_failed');
    return undefined;
  });
}

function storageBusy(): StorageBusyError {
  reportUnsaved('storage_busy');
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
    const answer = await new Promise<unknown>((resolve) => {
      port.onMessage.addListener(resolve);
      // The background may be stopped or may not know the lock.
      port.onDisconnect.addListener(resolve);
      setTimeout(resolve, PAGE_WAIT_MS);
    });
    if (answer !== ('granted' satisfies LockAnswer)) throw storageBusy();
    return await task();
  } finally {
    port.disconnect();
  }
}
