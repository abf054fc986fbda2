import { browser } from 'wxt/browser';

/**
 * How long a page waits for its turn, in milliseconds. A click's permission to copy lasts five seconds in
 * both browsers, so a password is still copied after this.
 */
export const PAGE_WAIT_MS = 1000;

/** Connections whose name begins so ask the background to hold the lock that the rest of the name says. */
export const LOCK_PORT = 'lock:';

/** Another page or the background has been writing for longer than a page may wait. Nothing was changed. */
export class StorageBusyError extends Error {
  override readonly name = 'StorageBusyError';
}

/**
 * The result of a change, or `undefined` where the storage stays busy. Pages report that by `onStorageBusy`,
 * so the caller only has to leave off.
 */
export function unlessBusy<T>(change: Promise<T>): Promise<T | undefined> {
  return change.catch((error) => {
    if (error instanceof StorageBusyError) return undefined;
    throw error;
  });
}

const busyListeners = new Set<() => void>();

/** Calls back whenever this page gave up waiting; returns a function that stops it. */
export function onStorageBusy(listener: () => void): () => void {
  busyListeners.add(listener);
  return () => void busyListeners.delete(listener);
}

function storageBusy(): StorageBusyError {
  for (const listener of busyListeners) listener();
  return new StorageBusyError();
}

/** The background waits for as long as it takes, because nobody looks at it. */
let isBackground = false;

/** Declares that this context is the background; call it when the background starts. */
export function waitAsBackground(): void {
  isBackground = true;
}

/**
 * Runs `task` while no other context of the extension runs one for the same key, in the order of the calls.
 * Rejects with `StorageBusyError` where a page would wait for longer than `PAGE_WAIT_MS`.
 */
export function runExclusively<T>(key: string, task: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return runInTurn(key, task);
  if (isBackground) return navigator.locks.request(key, task);
  return browser.extension.inIncognitoContext ? runWithLentLock(key, task) : runWithin(key, task);
}

async function runWithin<T>(key: string, task: () => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(PAGE_WAIT_MS);
  let hasStarted = false;
  const start = () => {
    hasStarted = true;
    return task();
  };
  try {
    return await navigator.locks.request(key, { signal }, start);
  } catch (error) {
    throw hasStarted ? error : storageBusy();
  }
}

/**
 * Firefox keeps the locks of private windows apart from the background's (seen in 153), so the background
 * holds the lock for them until the connection ends.
 */
async function runWithLentLock<T>(key: string, task: () => Promise<T>): Promise<T> {
  const port = browser.runtime.connect({ name: LOCK_PORT + key });
  try {
    await new Promise<void>((granted, refused) => {
      const refuse = () => refused(storageBusy());
      const timer = setTimeout(refuse, PAGE_WAIT_MS);
      port.onDisconnect.addListener(refuse);
      port.onMessage.addListener(() => {
        clearTimeout(timer);
        granted();
      });
    });
    return await task();
  } finally {
    port.disconnect();
  }
}

const lastTasks = new Map<string, Promise<unknown>>();

/** For environments without the Web Locks API, which have one context only. */
function runInTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
  const result = (lastTasks.get(key) ?? Promise.resolve()).then(task);
  lastTasks.set(
    key,
    result.catch(() => undefined),
  );
  return result;
}
