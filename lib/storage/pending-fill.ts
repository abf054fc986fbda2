import * as v from 'valibot';
import { outcomeSchema } from './outcome-schema.ts';
import { host, maybe, orElse, text, time, whole } from './schema.ts';
import { storedItem } from './stored-item.ts';

const pendingSchema = v.object({
  tabId: whole(-1, Number.MAX_SAFE_INTEGER),
  /** The browser's id of the page's document, if it has given one. */
  pageId: maybe(text(64)),
  /** The origin of the frame, which the person was shown. */
  origin: v.pipe(text(320), v.url()),
  /** The only permission whose grant runs the fill. */
  matchPattern: text(320),
  /** The password that the popup showed, and the server that made it. Empty once the fill has run. */
  password: text(4096),
  madeBy: maybe(host),
  /** When the permission was requested, in milliseconds since 1970. */
  at: time,
  /** The outcome, once the fill has run. */
  outcome: maybe(outcomeSchema),
});

/**
 * A fill that waits until the person grants access to a frame. It is stored because the browser's prompt
 * closes Chromium's popup, and because the background can be stopped while the prompt is open.
 */
export type PendingFill = Readonly<v.InferOutput<typeof pendingSchema>>;

/** The latest pending fill, in memory only. Its storage key dates from its former name. */
export const pendingFill = storedItem<PendingFill | undefined>({
  key: 'frameAsk',
  area: 'session',
  version: 2,
  schema: orElse<PendingFill | undefined>(pendingSchema, undefined),
});

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
