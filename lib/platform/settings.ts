import { DEFAULT_OPTIONS, MAX_LENGTH, MIN_LENGTH, type PasswordOptions } from '../generator/index.ts';
import { asRecord, storedItem, within } from './stored-item.ts';

/** The generator options: what the popup shows, and what the menu and the command use. */
export const generatorOptions = storedItem<PasswordOptions>({
  key: 'generatorOptions',
  area: 'local',
  version: 1,
  parse: parseOptions,
});

/** How a copied password is cleared from the clipboard, once the permission to do so was given. */
export interface ClipboardSettings {
  /** Seconds from copying to clearing, 30 to 600: browsers' alarms do not fire sooner than after 30. */
  readonly seconds: number;
  /** Whether the popup still offers clearing after a copy. */
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

function parseOptions(stored: unknown): PasswordOptions {
  const record = asRecord(stored);
  const flag = (name: keyof PasswordOptions) =>
    typeof record[name] === 'boolean' ? record[name] : DEFAULT_OPTIONS[name] === true;
  return {
    length: within(record.length, MIN_LENGTH, MAX_LENGTH, DEFAULT_OPTIONS.length),
    uppercase: flag('uppercase'),
    lowercase: flag('lowercase'),
    numbers: flag('numbers'),
    symbols: flag('symbols'),
    exclude: typeof record.exclude === 'string' ? record.exclude : DEFAULT_OPTIONS.exclude,
    avoidLookAlikes: flag('avoidLookAlikes'),
  };
}
