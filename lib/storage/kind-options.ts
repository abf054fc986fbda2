import {
  type GenerateRequest,
  KINDS,
  type Kind,
  loadWordList,
  MAX_LENGTH,
  MIN_LENGTH,
  optionFault,
  type PassphraseOptions,
  type PasswordOptions,
  type PinOptions,
  type PronounceableOptions,
  type WordList,
} from '../generator/index.ts';
import { asRecord, type StoredItem, storedItem } from './stored-item.ts';

/** The kinds of password and what can be asked of each. */
export interface KindOptions {
  readonly password: PasswordOptions;
  readonly passphrase: PassphraseOptions;
  readonly pin: PinOptions;
  readonly pronounceable: PronounceableOptions;
}
export type KindName = keyof KindOptions;
export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

/** The kind chosen last: the popup opens with it, and the menu, the key and Fill make it. */
export const chosenKind = storedItem<KindName>({
  key: 'kind',
  area: 'local',
  version: 1,
  parse: (stored) => KIND_NAMES.find((name) => name === stored) ?? 'password',
});

/** The remembered options of each kind; a bad part of what is stored becomes its default. */
export const kindOptions: { readonly [Name in KindName]: StoredItem<KindOptions[Name]> } = {
  // Version 1 knew no minimums and no limit on repeats: their defaults are what it meant.
  password: optionsItem('password', 'generatorOptions', 2),
  passphrase: optionsItem('passphrase', 'passphraseOptions', 1),
  pin: optionsItem('pin', 'pinOptions', 1),
  pronounceable: optionsItem('pronounceable', 'pronounceableOptions', 1),
};

function optionsItem<Name extends KindName>(
  name: Name,
  key: string,
  version: number,
): StoredItem<KindOptions[Name]> {
  return storedItem({ key, area: 'local', version, parse: (stored) => validOptions(name, stored) });
}

/** The options that a kind has where nothing is stored. */
export function defaultOptions<Name extends KindName>(name: Name): KindOptions[Name] {
  return validOptions(name, undefined);
}

/** The range of a password's length depends on its other options, so the generator lists none. */
const LENGTH_RULES: Partial<Record<KindName, Kind['rules']>> = {
  password: { length: [MIN_LENGTH, MAX_LENGTH] },
};

function validOptions<Name extends KindName>(name: Name, stored: unknown): KindOptions[Name] {
  const { defaults, rules }: Kind = KINDS[name];
  const record = asRecord(stored);
  const entries = Object.entries(defaults).map(([option, fallback]) => {
    const value = record[option];
    const rule = rules[option] ?? LENGTH_RULES[name]?.[option];
    return [option, optionFault(option, value, fallback, rule) ? fallback : value];
  });
  return Object.fromEntries(entries) as KindOptions[Name];
}

let words: Promise<WordList> | undefined;

/** The request for a password of this kind; passphrases load their words when they are first asked for. */
export async function requestOf<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name],
): Promise<GenerateRequest> {
  if (kind !== 'passphrase') return { kind, ...options } as GenerateRequest;
  words ??= loadWordList('eff-long');
  return { kind: 'passphrase', list: await words, ...(options as PassphraseOptions) };
}

/** The options with the length that a page takes; phrases are as long as their words. */
export function fitOptions<Options extends KindOptions[KindName]>(
  options: Options,
  maxLength: number | undefined,
): Options {
  if (maxLength === undefined || !('length' in options)) return options;
  return { ...options, length: Math.min(options.length, maxLength) };
}
