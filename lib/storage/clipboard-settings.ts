import type * as v from 'valibot';
import { flag, objectOf, orElse, whole } from './schema.ts';
import { storedItem } from './stored-item.ts';

export const MIN_CLEAR_SECONDS = 30;
export const MAX_CLEAR_SECONDS = 600;

const settingsSchema = objectOf({
  /** Seconds from copying to clearing, 30 to 600, because browsers' alarms take at least 30. */
  seconds: orElse(whole(MIN_CLEAR_SECONDS, MAX_CLEAR_SECONDS), 60),
  /** Whether the popup offers to clear the clipboard after a copy. */
  offer: orElse(flag, true),
});

/** How a copied password is cleared from the clipboard, once the person has permitted it. */
export type ClipboardSettings = Readonly<v.InferOutput<typeof settingsSchema>>;

export const clipboardSettings = storedItem<ClipboardSettings>({
  key: 'clipboard',
  area: 'local',
  version: 1,
  schema: settingsSchema,
});
