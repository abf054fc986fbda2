import { asRecord, storedItem, within } from './stored-item.ts';

/** How a copied password is cleared from the clipboard, once the person has permitted it. */
export interface ClipboardSettings {
  /** Seconds from copying to clearing, 30 to 600, because browsers' alarms take at least 30. */
  readonly seconds: number;
  /** Whether the popup offers to clear the clipboard after a copy. */
  readonly offer: boolean;
}

export const MIN_CLEAR_SECONDS = 30;
export const MAX_CLEAR_SECONDS = 600;

export const clipboardSettings = storedItem<ClipboardSettings>({
  key: 'clipboard',
  area: 'local',
  version: 1,
  parse: (stored) => {
    const { seconds, offer } = asRecord(stored);
    return { seconds: within(seconds, MIN_CLEAR_SECONDS, MAX_CLEAR_SECONDS, 60), offer: offer !== false };
  },
});
