import * as v from 'valibot';
import { outcomeSchema } from './outcome-schema.ts';
import { flag, host, maybe, orElse, time } from './schema.ts';
import { storedItem } from './stored-item.ts';

const lastSchema = v.object({
  outcome: outcomeSchema,
  /** The host of the frame that was to be filled, or else of the page; empty if the browser gave neither. */
  host,
  /** In milliseconds since 1970. */
  at: time,
  /** Whether the page was in a private window; the popup shows the outcome only in windows of that sort. */
  incognito: flag,
  /** Whether the window of the tab has no toolbar, so that its badge could not be seen there. */
  noToolbar: maybe(flag),
});

/** How the last fill by the menu or the shortcut ended. */
export type LastOutcome = Readonly<v.InferOutput<typeof lastSchema>>;

/**
 * The last outcome that nobody may have seen, because the badge needs a pinned icon. The popup shows it once
 * and then deletes it. A fill from the popup deletes it too, because it is out of date. In memory only.
 */
export const lastOutcome = storedItem<LastOutcome | null>({
  key: 'lastOutcome',
  area: 'session',
  version: 1,
  schema: orElse<LastOutcome | null>(lastSchema, null),
});

/** Stores an outcome in place of the last one. */
export async function recordLastOutcome(last: LastOutcome): Promise<void> {
  await lastOutcome.update(() => last);
}

/** Deletes the outcome that was seen, but not one that has come since. */
export async function deleteSeenOutcome({ at }: LastOutcome): Promise<void> {
  await lastOutcome.update((stored) => (stored?.at === at ? null : stored));
}

/** Deletes the outcome of the earlier fill in windows of this sort, because a later fill replaces it. */
export async function deleteLastOutcome(incognito: boolean): Promise<void> {
  await lastOutcome.update((stored) => (stored?.incognito === incognito ? null : stored));
}
