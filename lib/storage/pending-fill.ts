import type { FillOutcome } from '../messaging/fill-outcome.ts';
import { storedItem } from './stored-item.ts';

/**
 * A fill that waits until the person grants access to a frame. It is stored because the browser's prompt
 * closes Chromium's popup, and because the background can be stopped while the prompt is open.
 */
export interface PendingFill {
  readonly tabId: number;
  /** The host of the frame. */
  readonly host: string;
  readonly matchPattern: string;
  /** The password that the popup showed, and the server that made it. */
  readonly password: string;
  readonly madeBy?: string;
  /** When the permission was requested, in milliseconds since 1970. */
  readonly at: number;
  /** The outcome, once the fill has run. */
  readonly outcome?: FillOutcome;
}

/** The latest pending fill, in memory only. Its storage key dates from its former name. */
export const pendingFill = storedItem<PendingFill | undefined>({
  key: 'frameAsk',
  area: 'session',
  version: 1,
  parse: (stored) => (typeof stored === 'object' && stored ? (stored as PendingFill) : undefined),
});

/** How long a fill stays pending, in milliseconds; a later grant may be for something else. */
export const PENDING_FILL_TTL_MS = 5 * 60_000;
