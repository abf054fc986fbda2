import type * as v from 'valibot';
import { parseBaseUrl } from '../api/base-url.ts';
import { PARAMETERS } from '../api/contract.ts';
import { customService, type OptionName, type PresetId, SERVICES, type Service } from '../api/services.ts';
import { DEFAULT_OPTIONS, type PasswordOptions } from '../generator/index.ts';
import { flag, objectOf, oneOf, orElse, type Schema, text, whole } from './schema.ts';
import { storedItem } from './stored-item.ts';

/** A parameter whose name the person can set for a custom API. */
export type ApiParameter = (typeof PARAMETERS)[number];

/** The presets in the order of the list. An empty name means that the interface has a message for it. */
export const PRESET_CHOICES: readonly {
  readonly id: PresetId;
  readonly name: string;
  readonly baseUrl: string;
}[] = [
  ...Object.values(SERVICES).map(({ id, name, baseUrl }) => ({ id, name, baseUrl })),
  { id: 'custom', name: '', baseUrl: '' },
];

/** Longer than any address, header or path that a service can have. */
const typed = text(2048);

const settingsSchema = objectOf({
  /** Whether the popup, the menu and the command take passwords from the API. */
  on: orElse(flag, false),
  preset: orElse<PresetId>(oneOf(PRESET_CHOICES.map(({ id }) => id)), 'tinyfn'),
  /** The base URL of each preset, as the person typed it; empty for the URL of the preset. */
  baseUrls: objectOf(
    Object.fromEntries(PRESET_CHOICES.map(({ id }) => [id, orElse(typed, '')])) as PresetSchemas,
  ),
  /** Applies to the preset `custom`. */
  custom: objectOf({
    path: orElse(typed, '/v1/generate/password'),
    keyHeader: orElse(typed, 'X-API-Key'),
    parameters: objectOf(
      Object.fromEntries(PARAMETERS.map((name) => [name, orElse(typed, name)])) as ParameterSchemas,
    ),
    replyField: orElse(typed, 'password'),
  }),
  /** Time limit of a whole call in seconds, 1 to 30. */
  timeLimitSeconds: orElse(whole(1, 30), 5),
  /** When a call fails: ask the person, or make the password on this device and show why. */
  fallback: orElse<'ask' | 'local'>(oneOf(['ask', 'local']), 'ask'),
  /** Days until the reminder to rotate the key, 1 to 365; 0 for no reminder. */
  reminderDays: orElse(whole(0, 365), 90),
});
type PresetSchemas = Record<PresetId, Schema<string>>;
type ParameterSchemas = Record<ApiParameter, Schema<string>>;

/** The configured password API. The keys are stored separately, in `api-keys.ts`. */
export type ApiSettings = Readonly<v.InferOutput<typeof settingsSchema>>;

export const apiSettings = storedItem<ApiSettings>({
  key: 'api',
  area: 'local',
  version: 2,
  // Until November 2026 there was one base URL, which a change of the preset deleted.
  migrations: { 1: withBaseUrls },
  schema: settingsSchema,
});

function withBaseUrls(old: unknown): unknown {
  const { preset, baseUrl, ...others } = Object(old) as Record<string, unknown>;
  return { ...others, preset, baseUrls: { [String(preset)]: baseUrl } };
}

/** The service that the settings describe. */
export interface ApiService extends Pick<Service, 'unsupported'> {
  /** By this its key is stored: the preset and the origin; `undefined` while the base URL is invalid. */
  readonly id: string | undefined;
  readonly base: ReturnType<typeof parseBaseUrl>;
  /** The host to show, with its port if it has one; empty while the base URL is invalid. */
  readonly host: string;
}

/** Reads the service out of the settings. */
export function apiService(settings: ApiSettings): ApiService {
  const { preset, custom } = settings;
  const baseUrl = settings.baseUrls[preset];
  const service = preset === 'custom' ? customService({ ...custom, baseUrl }) : SERVICES[preset];
  const base = parseBaseUrl(baseUrl || service.baseUrl);
  return {
    id: base.ok ? `${preset} ${base.origin}` : undefined,
    unsupported: service.unsupported,
    base,
    host: base.ok ? new URL(base.origin).host : '',
  };
}

/** The host in the id of a service, to be shown. */
export function hostOfService(id: string): string {
  const origin = id.slice(id.indexOf(' ') + 1);
  return URL.canParse(origin) ? new URL(origin).host : origin;
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
