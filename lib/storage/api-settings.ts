import { parseBaseUrl } from '../api/base-url.ts';
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

/** Which password API is used, and how. The key is elsewhere: see `api-key.ts`. */
export interface ApiSettings {
  /** Whether the popup, the menu and the command take passwords from it. */
  readonly on: boolean;
  readonly preset: PresetId;
  /** As the person typed it; empty for the preset's own. */
  readonly baseUrl: string;
  /** For the preset `custom`. */
  readonly custom: Omit<CustomApi, 'baseUrl'>;
  /** Seconds for the whole call, 1 to 30. */
  readonly timeLimitSeconds: number;
  /** What to do when it fails: ask, or make the password on this device and say so. */
  readonly fallback: 'ask' | 'local';
  /** Days after which a key should be replaced, 1 to 365; 0 for no reminder. */
  readonly reminderDays: number;
}

const PARAMETERS = ['length', 'uppercase', 'lowercase', 'numbers', 'symbols', 'exclude'] as const;
export type ApiParameter = (typeof PARAMETERS)[number];

/** The presets in the order of the list, and their own names; those without have one in the interface. */
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

/** The service that the settings describe, as the interface and the background need it. */
export interface ApiService {
  readonly preset: Preset;
  readonly base: ReturnType<typeof parseBaseUrl>;
  /** For people: the host, with its port where it has one; empty while the base URL is none. */
  readonly host: string;
}

export function apiService(settings: ApiSettings): ApiService {
  const { preset: id, custom, baseUrl } = settings;
  const preset = id === 'custom' ? customPreset({ ...custom, baseUrl }) : PRESETS[id];
  const base = parseBaseUrl(baseUrl || preset.baseUrl);
  return { preset, base, host: base.ok ? new URL(base.origin).host : '' };
}

/** What no service has a word for: with an API these are at their defaults. */
export const LOCAL_OPTIONS = ['minNumbers', 'minSymbols', 'maxConsecutive'] as const;

/** The options as the service can honour them: those that it cannot are at their defaults. */
export function honouredOptions(
  options: PasswordOptions,
  unsupported: readonly OptionName[],
): PasswordOptions {
  const defaults = unsupported.map((name) => [name, DEFAULT_OPTIONS[name]]);
  const local = LOCAL_OPTIONS.map((name) => [name, undefined]);
  return { ...options, ...Object.fromEntries([...defaults, ...local]) };
}
