import type { FillOutcome } from '../messaging/fill-outcome.ts';
import { storedItem } from './stored-item.ts';

/**
 * A fill that waits for the person's word on the permission for one frame. Written down, because the browser's
 * question closes Chromium's popup, and the background can be stopped while it is open.
 */
export interface PendingFill {
  readonly tabId: number;
  /** The site that was asked for. */
  readonly host: string;
  readonly matchPattern: string;
  /** What the popup showed, and the server that made it. */
  readonly password: string;
  readonly madeBy?: string;
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
  /** How the fill went, once it has. */
  readonly outcome?: FillOutcome;
}

/** The last such fill; memory only. */
export const pendingFill = storedItem<PendingFill | undefined>({
  key: 'frameAsk',
  area: 'session',
  version: 1,
  parse: (stored) => (typeof stored === 'object' && stored ? (stored as PendingFill) : undefined),
});

/** How long an ask stands, in milliseconds: a permission given later was given for something else. */
export const PENDING_FILL_TTL_MS = 5 * 60_000;
