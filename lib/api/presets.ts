import * as v from 'valibot';
import { CHARACTERS } from '../generator/charset.ts';
import { DEFAULT_OPTIONS, type PasswordOptions } from '../generator/index.ts';
import {
  KEY_HEADER,
  PARAMETERS,
  PASSWORD_PATH,
  type PasswordRequest,
  type Reply,
  readReply,
  requestQuery,
} from './contract.ts';
import {
  type CustomApi,
  customService,
  type OptionName,
  type PresetId,
  SERVICES,
  type Service,
} from './services.ts';

/** An adapter for a password service: its request, its reply and the options that it lacks. */
export interface Preset extends Service {
  readonly path: string;
  readonly keyHeader: string;
  readonly query: (request: PasswordRequest) => URLSearchParams;
  /** The service's parameter for each option that it has one for. */
  readonly parameters: CustomApi['parameters'];
  /** Parses the body of a 200; `undefined` if it is not a reply of this service. */
  readonly readReply: (json: unknown) => Reply | undefined;
  /** The options that only paying users of the service have. */
  readonly paidOnly: readonly OptionName[];
  /**
   * The documented lengths, for information: other lengths are sent too, and the service's refusal is shown.
   */
  readonly lengths?: { readonly min: number; readonly max: number };
  /** The documented symbols, if they are fewer than ours; they lower the upper bound of the entropy. */
  readonly symbols?: string;
  /** Whether a 400 with this message is about the key, for services that send it instead of a 401. */
  readonly refusesKey?: (message: string) => boolean;
}

/** The parameters of the contract. */
const OWN_NAMES: Preset['parameters'] = Object.fromEntries(PARAMETERS.map((name) => [name, name]));

/** The parts that all services of the contract share. */
const contractPreset = {
  path: PASSWORD_PATH,
  keyHeader: KEY_HEADER,
  query: requestQuery,
  parameters: OWN_NAMES,
  readReply,
  paidOnly: [],
} as const;

const tinyfn: Preset = {
  ...contractPreset,
  ...SERVICES.tinyfn,
  lengths: { min: 8, max: 128 },
};

const selfHosted: Preset = {
  ...contractPreset,
  ...SERVICES['self-hosted'],
};

/** Paying users can leave out digits and symbols; letters always have both cases. */
const apiNinjas: Preset = {
  ...SERVICES['api-ninjas'],
  path: '/v1/passwordgenerator',
  keyHeader: 'X-Api-Key',
  query: ({ length, numbers, symbols }) =>
    new URLSearchParams([
      ['length', String(length)],
      ...(numbers ? [] : [['exclude_numbers', 'true']]),
      ...(symbols ? [] : [['exclude_special_chars', 'true']]),
    ]),
  parameters: { length: 'length', numbers: 'exclude_numbers', symbols: 'exclude_special_chars' },
  readReply: (json) => replyAt(json, 'random_password'),
  paidOnly: ['numbers', 'symbols'],
  symbols: '!@#$%^&*()',
  refusesKey: (message) => /api key/i.test(message),
};

/** Lowercase letters are always included, and other classes only if the query names them. */
const requiems: Preset = {
  ...SERVICES.requiems,
  path: '/v1/tech/password',
  keyHeader: 'requiems-api-key',
  query: ({ length, uppercase, numbers, symbols }) => queryFrom({ length, uppercase, numbers, symbols }),
  parameters: OWN_NAMES,
  // Its documentation shows the reply both bare and in an envelope.
  readReply: (json) => readReply(json) ?? readReply(memberAt(json, 'data')),
  paidOnly: [],
  lengths: { min: 8, max: 128 },
  symbols: '!@#$%^&*()-_=+[]{}|;:,.<>?',
};

/** The services that need only a key. */
export const PRESETS: Readonly<Record<Exclude<PresetId, 'custom'>, Preset>> = {
  tinyfn,
  'self-hosted': selfHosted,
  'api-ninjas': apiNinjas,
  requiems,
};

/**
 * The adapter for a custom service. Its defaults are unknown, so every option that has a parameter is sent.
 */
export function customPreset(custom: CustomApi): Preset {
  const { path, keyHeader, parameters, replyField } = custom;
  const named = PARAMETERS.filter((name) => parameters[name]);
  return {
    ...customService(custom),
    path,
    keyHeader,
    parameters,
    query: (request) => queryFrom(Object.fromEntries(named.map((name) => [parameters[name], request[name]]))),
    readReply: (json) => replyAt(json, replyField),
    paidOnly: [],
  };
}

/**
 * The options that the service lacks and that differ from their defaults; no call is made while there are
 * any.
 */
export function unmetOptions(preset: Preset, options: PasswordOptions): readonly OptionName[] {
  return preset.unsupported.filter((name) => options[name] !== DEFAULT_OPTIONS[name]);
}

/** Our symbols that the service does not document; empty if it documents none at all. */
export function undocumentedSymbols({ symbols }: Preset): string {
  if (symbols === undefined) return '';
  return [...CHARACTERS.symbols].filter((character) => !symbols.includes(character)).join('');
}

function queryFrom(parameters: Readonly<Record<string, string | number | boolean>>): URLSearchParams {
  return new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}

function replyAt(json: unknown, field: string): Reply | undefined {
  const password = v.safeParse(v.pipe(v.string(), v.minLength(1)), memberAt(json, field));
  return password.success ? { password: password.output } : undefined;
}

/** Follows own members only, so that no path leads to inherited ones. */
function memberAt(json: unknown, field: string): unknown {
  return field.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    return (value as Record<string, unknown>)[name];
  }, json);
}
