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

export type PresetId = 'tinyfn' | 'self-hosted' | 'api-ninjas' | 'requiems' | 'custom';
export type OptionName = keyof PasswordOptions;

/** An adapter for a password service: its request, its reply and the options that it lacks. */
export interface Preset {
  readonly id: PresetId;
  /** A proper name, the same in every language; empty if the interface has a message for it. */
  readonly name: string;
  /** The default, which a person can replace. */
  readonly baseUrl: string;
  readonly path: string;
  readonly keyHeader: string;
  readonly query: (request: PasswordRequest) => URLSearchParams;
  /** Parses the body of a 200; `undefined` if it is not a reply of this service. */
  readonly readReply: (json: unknown) => Reply | undefined;
  /** The options that the service lacks; they must have their defaults. */
  readonly unsupported: readonly OptionName[];
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

/** The parts that all services of the contract share. */
const contractPreset = {
  path: PASSWORD_PATH,
  keyHeader: KEY_HEADER,
  query: requestQuery,
  readReply,
  unsupported: [],
  paidOnly: [],
} as const;

const tinyfn: Preset = {
  ...contractPreset,
  id: 'tinyfn',
  name: 'TinyFn',
  baseUrl: 'https://api.tinyfn.io',
  lengths: { min: 8, max: 128 },
};

const selfHosted: Preset = {
  ...contractPreset,
  id: 'self-hosted',
  name: '',
  baseUrl: 'http://127.0.0.1:8787',
};

/** Paying users can leave out digits and symbols; letters always have both cases. */
const apiNinjas: Preset = {
  id: 'api-ninjas',
  name: 'API Ninjas',
  baseUrl: 'https://api.api-ninjas.com',
  path: '/v1/passwordgenerator',
  keyHeader: 'X-Api-Key',
  query: ({ length, numbers, symbols }) =>
    new URLSearchParams([
      ['length', String(length)],
      ...(numbers ? [] : [['exclude_numbers', 'true']]),
      ...(symbols ? [] : [['exclude_special_chars', 'true']]),
    ]),
  readReply: (json) => replyAt(json, 'random_password'),
  unsupported: ['uppercase', 'lowercase', 'exclude', 'avoidLookAlikes'],
  paidOnly: ['numbers', 'symbols'],
  symbols: '!@#$%^&*()',
  refusesKey: (message) => /api key/i.test(message),
};

/** Lowercase letters are always included, and other classes only if the query names them. */
const requiems: Preset = {
  id: 'requiems',
  name: 'Requiems',
  baseUrl: 'https://api.requiems.xyz',
  path: '/v1/tech/password',
  keyHeader: 'requiems-api-key',
  query: ({ length, uppercase, numbers, symbols }) => queryFrom({ length, uppercase, numbers, symbols }),
  // Its documentation shows the reply both bare and in an envelope.
  readReply: (json) => readReply(json) ?? readReply(memberAt(json, 'data')),
  unsupported: ['lowercase', 'exclude', 'avoidLookAlikes'],
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

/** A service as a person describes it. */
export interface CustomApi {
  readonly baseUrl: string;
  /** Begins with a slash. */
  readonly path: string;
  readonly keyHeader: string;
  /** The service's parameter for each option; an option without one cannot be requested. */
  readonly parameters: Partial<Readonly<Record<keyof PasswordRequest, string>>>;
  /** The member that holds the password; dots lead into objects and arrays, as in `data.passwords.0`. */
  readonly replyField: string;
}

/**
 * The adapter for a custom service. Its defaults are unknown, so every option that has a parameter is sent.
 */
export function customPreset({ baseUrl, path, keyHeader, parameters, replyField }: CustomApi): Preset {
  const named = PARAMETERS.filter((name) => parameters[name]);
  const missing = PARAMETERS.filter((name) => !parameters[name]);
  return {
    id: 'custom',
    name: '',
    baseUrl,
    path,
    keyHeader,
    query: (request) => queryFrom(Object.fromEntries(named.map((name) => [parameters[name], request[name]]))),
    readReply: (json) => replyAt(json, replyField),
    unsupported: missing.includes('exclude') ? [...missing, 'avoidLookAlikes'] : missing,
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
