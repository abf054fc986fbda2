import * as v from 'valibot';
import { outcomeSchema } from './outcome-schema.ts';
import { host, maybe, orElse, text, time, whole } from './schema.ts';
import { storedItem } from './stored-item.ts';

const pendingSchema = v.object({
  tabId: whole(-1, Number.MAX_SAFE_INTEGER),
  /** The host of the frame. */
  host,
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
  version: 1,
  schema: orElse<PendingFill | undefined>(pendingSchema, undefined),
});

/** How long a fill stays pending, in milliseconds; a later grant may be for something else. */
export const PENDING_FILL_TTL_MS = 5 * 60_000;
