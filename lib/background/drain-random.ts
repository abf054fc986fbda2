import { browser } from 'wxt/browser';
import { drainByTimer, drainRandom } from '../generator/index.ts';

/**
 * Registers when unused random bytes are wiped; call it synchronously when the background starts. No browser
 * keeps a worker or an event page alive for a timer.
 */
export function registerRandomDrain(): void {
  drainByTimer((run, ms) => void setTimeout(run, ms));
  browser.runtime.onSuspend.addListener(drainRandom);
}
