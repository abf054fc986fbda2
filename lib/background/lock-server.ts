import { browser } from 'wxt/browser';
import { isOwnPage } from '../messaging/messages.ts';
import { LOCK_PORT, type LockAnswer } from '../storage/lock.ts';

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/**
 * Registers the lending of locks to private pages, which only Firefox has; call it synchronously when the
 * background starts.
 */
export function registerLockServer(): void {
  if (!import.meta.env.FIREFOX) return;
  browser.runtime.onConnect.addListener((port) => {
    if (!port.name.startsWith(LOCK_PORT) || !port.sender || !isOwnPage(port.sender)) return;
    void serve(port, port.name.slice(LOCK_PORT.length));
  });
}

/** The names of stored items’ locks; no other is lent. Browsers reject names that begin with a hyphen. */
const LOCK_NAME = /^(?:local|session):[\w-]{1,100}$/;

async function serve(port: Port, name: string): Promise<void> {
  const released = new Promise<void>((resolve) => port.onDisconnect.addListener(() => resolve()));
  const answer = (text: LockAnswer) => port.postMessage(text);
  try {
    if (!LOCK_NAME.test(name)) return answer('refused');
    await navigator.locks.request(name, async () => {
      answer('granted');
      await released;
    });
  } catch {
    // A page that stopped waiting has closed its end; nothing is left to lend.
  }
}
