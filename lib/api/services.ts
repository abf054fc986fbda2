import type { PasswordOptions } from '../generator/index.ts';
import { PARAMETERS, type PasswordRequest } from './contract.ts';

export type PresetId = 'tinyfn' | 'self-hosted' | 'api-ninjas' | 'requiems' | 'custom';
export type OptionName = keyof PasswordOptions;

/** What a page needs to know of a password service. The rest is in `presets.ts`, which no page loads. */
export interface Service {
  readonly id: PresetId;
  /** A proper name, the same in every language; empty if the interface has a message for it. */
  readonly name: string;
  /** The default, which a person can replace. */
  readonly baseUrl: string;
  /** The options that the service lacks; they must have their defaults. */
  readonly unsupported: readonly OptionName[];
}

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

/** The services that need only a key. */
export const SERVICES: Readonly<Record<Exclude<PresetId, 'custom'>, Service>> = {
  tinyfn: { id: 'tinyfn', name: 'TinyFn', baseUrl: 'https://api.tinyfn.io', unsupported: [] },
  'self-hosted': { id: 'self-hosted', name: '', baseUrl: 'http://127.0.0.1:8787', unsupported: [] },
  'api-ninjas': {
    id: 'api-ninjas',
    name: 'API Ninjas',
    baseUrl: 'https://api.api-ninjas.com',
    unsupported: ['uppercase', 'lowercase', 'exclude', 'avoidLookAlikes'],
  },
  requiems: {
    id: 'requiems',
    name: 'Requiems',
    baseUrl: 'https://api.requiems.xyz',
    unsupported: ['lowercase', 'exclude', 'avoidLookAlikes'],
  },
};

/** A service that a person describes. Every option that has a parameter is sent. */
export function customService({ baseUrl, parameters }: Pick<CustomApi, 'baseUrl' | 'parameters'>): Service {
  const missing = PARAMETERS.filter((name) => !parameters[name]);
  return {
    id: 'custom',
    name: '',
    baseUrl,
    unsupported: missing.includes('exclude') ? [...missing, 'avoidLookAlikes'] : missing,
  };
}
