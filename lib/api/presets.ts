import * as v from 'valibot';
import { CHARACTERS } from '../generator/charset.ts';
import { CLASS_NAMES, DEFAULT_OPTIONS, type PasswordOptions } from '../generator/index.ts';
import {
  KEY_HEADER,
  PASSWORD_PATH,
  type PasswordRequest,
  queryOf,
  type Reply,
  readReply,
} from './contract.ts';

export type PresetId = 'tinyfn' | 'self-hosted' | 'api-ninjas' | 'requiems' | 'custom';
export type OptionName = keyof PasswordOptions;

/** A password service as an adapter: how it is asked, how its reply is read and what it cannot do. */
export interface Preset {
  readonly id: PresetId;
  /** A proper name, the same in every language; empty where the interface has a word of its own. */
  readonly name: string;
  /** Where to begin; a person can put another in its place. */
  readonly baseUrl: string;
  readonly path: string;
  readonly keyHeader: string;
  readonly query: (request: PasswordRequest) => URLSearchParams;
  /** The reply in the body of a 200, or undefined if the body is not this service's. */
  readonly readReply: (json: unknown) => Reply | undefined;
  /** The options that it cannot honour: they must stay at their defaults. */
  readonly unsupported: readonly OptionName[];
  /** The options that it honours for paying users only. */
  readonly paidOnly: readonly OptionName[];
  /** The lengths that it documents, for information: others are sent as asked, and its refusal is shown. */
  readonly lengths?: { readonly min: number; readonly max: number };
  /** The symbols that it documents, where they are fewer than ours: they lower the bound on the entropy. */
  readonly symbols?: string;
  /** Whether a 400 with this message is about the key, for services that answer so instead of by 401. */
  readonly refusesKey?: (message: string) => boolean;
}

/** Everything of this contract: the two services differ in where they are. */
const contractPreset = {
  path: PASSWORD_PATH,
  keyHeader: KEY_HEADER,
  query: queryOf,
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

/** It can leave out digits and symbols, for paying users; letters are always of both cases. */
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

/** Lowercase letters are always in; the other classes are out unless asked for, so each is always named. */
const requiems: Preset = {
  id: 'requiems',
  name: 'Requiems',
  baseUrl: 'https://api.requiems.xyz',
  path: '/v1/tech/password',
  keyHeader: 'requiems-api-key',
  query: ({ length, uppercase, numbers, symbols }) => allOf({ length, uppercase, numbers, symbols }),
  // Its documents show the reply bare and in an envelope.
  readReply: (json) => readReply(json) ?? readReply(memberAt(json, 'data')),
  unsupported: ['lowercase', 'exclude', 'avoidLookAlikes'],
  paidOnly: [],
  lengths: { min: 8, max: 128 },
  symbols: '!@#$%^&*()-_=+[]{}|;:,.<>?',
};

/** The services that need nothing but a key. */
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
  /** The service's name for each option; one without a name cannot be asked for. */
  readonly parameters: Partial<Readonly<Record<keyof PasswordRequest, string>>>;
  /** The member that holds the password; dots lead into objects and lists: `data.passwords.0`. */
  readonly replyField: string;
}

/** The adapter for a described service. Its defaults are not known, so every option that has a name is sent. */
export function customPreset({ baseUrl, path, keyHeader, parameters, replyField }: CustomApi): Preset {
  const named = (['length', ...CLASS_NAMES, 'exclude'] as const).filter((name) => parameters[name]);
  const missing = (['length', ...CLASS_NAMES, 'exclude'] as const).filter((name) => !parameters[name]);
  return {
    id: 'custom',
    name: '',
    baseUrl,
    path,
    keyHeader,
    query: (request) => allOf(Object.fromEntries(named.map((name) => [parameters[name], request[name]]))),
    readReply: (json) => replyAt(json, replyField),
    unsupported: missing.includes('exclude') ? [...missing, 'avoidLookAlikes'] : missing,
    paidOnly: [],
  };
}

/** The options that `preset` cannot honour and that are not at their defaults: nothing is asked until they are. */
export function unmetOptions(preset: Preset, options: PasswordOptions): readonly OptionName[] {
  return preset.unsupported.filter((name) => options[name] !== DEFAULT_OPTIONS[name]);
}

/** Our symbols that the service does not document, or none if it documents none. */
export function undocumentedSymbols({ symbols }: Preset): string {
  if (symbols === undefined) return '';
  return [...CHARACTERS.symbols].filter((character) => !symbols.includes(character)).join('');
}

function allOf(parameters: Readonly<Record<string, string | number | boolean>>): URLSearchParams {
  return new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}

function replyAt(json: unknown, field: string): Reply | undefined {
  const password = v.safeParse(v.pipe(v.string(), v.minLength(1)), memberAt(json, field));
  return password.success ? { password: password.output } : undefined;
}

/** Own members only: no path leads to what every object inherits. */
function memberAt(json: unknown, field: string): unknown {
  return field.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    return (value as Record<string, unknown>)[name];
  }, json);
}
