import { browser } from 'wxt/browser';
import { isOwnPage } from '../messaging/messages.ts';
import { LOCK_PORT } from '../storage/lock.ts';

/**
 * Registers the lending of locks to private pages, which only Firefox has; call it synchronously when the
 * background starts.
 */
export function registerLockServer(): void {
  if (!import.meta.env.FIREFOX) return;
  browser.runtime.onConnect.addListener((port) => {
    if (!port.name.startsWith(LOCK_PORT) || !port.sender || !isOwnPage(port.sender)) return;
    const released = new Promise<void>((resolve) => port.onDisconnect.addListener(() => resolve()));
    const lend = async () => {
      port.postMessage('granted');
      await released;
    };
    // A page that stopped waiting has closed its end; nothing is left to lend.
    navigator.locks.request(port.name.slice(LOCK_PORT.length), lend).catch(() => undefined);
  });
}
