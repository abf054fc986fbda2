import { parseBaseUrl } from '../api/base-url.ts';
import { PARAMETERS } from '../api/contract.ts';
import {
  type CustomApi,
  customPreset,
  type OptionName,
  PRESETS,
  type Preset,
  type PresetId,
} from '../api/presets.ts';
import { DEFAULT_OPTIONS, type PasswordOptions } from '../generator/index.ts';
import { asRecord, storedItem, within } from './stored-item.ts';

/** The configured password API. The key is stored separately, in `api-key.ts`. */
export interface ApiSettings {
  /** Whether the popup, the menu and the command take passwords from the API. */
  readonly on: boolean;
  readonly preset: PresetId;
  /** As the person typed it; empty for the URL of the preset. */
  readonly baseUrl: string;
  /** Applies to the preset `custom`. */
  readonly custom: Omit<CustomApi, 'baseUrl'>;
  /** Time limit of a whole call in seconds, 1 to 30. */
  readonly timeLimitSeconds: number;
  /** When a call fails: ask the person, or make the password on this device and show why. */
  readonly fallback: 'ask' | 'local';
  /** Days until the reminder to rotate the key, 1 to 365; 0 for no reminder. */
  readonly reminderDays: number;
}

/** A parameter whose name the person can set for a custom API. */
export type ApiParameter = (typeof PARAMETERS)[number];

/** The presets in the order of the list. An empty name means that the interface has a message for it. */
export const PRESET_CHOICES: readonly {
  readonly id: PresetId;
  readonly name: string;
  readonly baseUrl: string;
}[] = [
  ...Object.values(PRESETS).map(({ id, name, baseUrl }) => ({ id, name, baseUrl })),
  { id: 'custom', name: '', baseUrl: '' },
];

export const apiSettings = storedItem<ApiSettings>({
  key: 'api',
  area: 'local',
  version: 1,
  parse: (stored) => {
    const { on, preset, baseUrl, custom, timeLimitSeconds, fallback, reminderDays } = asRecord(stored);
    return {
      on: on === true,
      preset: PRESET_CHOICES.find(({ id }) => id === preset)?.id ?? 'tinyfn',
      baseUrl: typeof baseUrl === 'string' ? baseUrl : '',
      custom: parseCustom(custom),
      timeLimitSeconds: within(timeLimitSeconds, 1, 30, 5),
      fallback: fallback === 'local' ? 'local' : 'ask',
      reminderDays: within(reminderDays, 0, 365, 90),
    };
  },
});

function parseCustom(stored: unknown): ApiSettings['custom'] {
  const record = asRecord(stored);
  const text = (name: string, fallback: string) =>
    typeof record[name] === 'string' ? record[name] : fallback;
  const named = asRecord(record.parameters);
  const parameters = PARAMETERS.map((name) => [name, typeof named[name] === 'string' ? named[name] : name]);
  return {
    path: text('path', '/v1/generate/password'),
    keyHeader: text('keyHeader', 'X-API-Key'),
    parameters: Object.fromEntries(parameters),
    replyField: text('replyField', 'password'),
  };
}

/** The service that the settings describe. */
export interface ApiService {
  readonly preset: Preset;
  readonly base: ReturnType<typeof parseBaseUrl>;
  /** The host to show, with its port if it has one; empty while the base URL is invalid. */
  readonly host: string;
}

/** Reads the service out of the settings. */
export function apiService(settings: ApiSettings): ApiService {
  const { preset: id, custom, baseUrl } = settings;
  const preset = id === 'custom' ? customPreset({ ...custom, baseUrl }) : PRESETS[id];
  const base = parseBaseUrl(baseUrl || preset.baseUrl);
  return { preset, base, host: base.ok ? new URL(base.origin).host : '' };
}

/** The options that no service has a parameter for. */
const LOCAL_OPTIONS = ['minNumbers', 'minSymbols', 'maxConsecutive'] as const;

/** The options with the defaults in place of those that the service does not support. */
export function supportedOptions(
  options: PasswordOptions,
  unsupported: readonly OptionName[],
): PasswordOptions {
  const defaults = unsupported.map((name) => [name, DEFAULT_OPTIONS[name]]);
  const local = LOCAL_OPTIONS.map((name) => [name, undefined]);
  return { ...options, ...Object.fromEntries([...defaults, ...local]) };
}
