import type { FillOutcome } from '../messaging/fill-outcome.ts';
import { asRecord, storedItem } from './stored-item.ts';

/**
 * A fill that waits until the person grants access to a frame. It is stored because the browser's prompt
 * closes Chromium's popup, and because the background can be stopped while the prompt is open.
 */
export interface PendingFill {
  readonly tabId: number;
  /** The browser's id of the page's document, if it has given one. */
  readonly pageId?: string;
  /** The origin of the frame, which the person was shown. */
  readonly origin: string;
  /** The only permission whose grant runs the fill. */
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
  version: 2,
  parse: (stored) => (isPendingFill(asRecord(stored)) ? (stored as PendingFill) : undefined),
});

const TEXTS = ['origin', 'matchPattern', 'password'];

function isPendingFill(stored: Record<string, unknown>): boolean {
  const hasTexts = TEXTS.every((name) => typeof stored[name] === 'string');
  return hasTexts && typeof stored.tabId === 'number' && typeof stored.at === 'number';
}

/** How long a fill stays pending, in milliseconds; a later grant may be for something else. */
export const PENDING_FILL_TTL_MS = 60_000;

/** Whether the person may still grant the access for this fill. */
export const isInTime = ({ at }: PendingFill): boolean => Date.now() - at < PENDING_FILL_TTL_MS;

/** Erases the pending fill, or only a certain one, and returns what was pending. */
export async function endPendingFill(only?: PendingFill): Promise<PendingFill | undefined> {
  let ended: PendingFill | undefined;
  await pendingFill.update((stored) => {
    if (only && stored?.at !== only.at) return stored;
    ended = stored;
    return undefined;
  });
  return ended;
}
