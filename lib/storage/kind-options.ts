import * as v from 'valibot';
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
import { objectOf, oneOf, orElse, readStored, type Schema } from './schema.ts';
import { type StoredItem, storedItem, storedPart } from './stored-item.ts';

/** The options of each kind of password. */
export interface KindOptions {
  readonly password: PasswordOptions;
  readonly passphrase: PassphraseOptions;
  readonly pin: PinOptions;
  readonly pronounceable: PronounceableOptions;
}
export type KindName = keyof KindOptions;
const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

const kindName = orElse<KindName>(oneOf(KIND_NAMES), 'password');

const chosenKinds = storedItem({
  key: 'kind',
  area: 'local',
  version: 2,
  // Until November 2026 the popup's tab chose what the menu and the shortcut fill. Whoever filled passphrases
  // or pronounceable passwords keeps them. A PIN may have been left there unnoticed, so fills do without it.
  migrations: { 1: (popup) => ({ popup, fill: popup === 'pin' ? 'password' : popup }) },
  schema: objectOf({ popup: kindName, fill: kindName }),
});

/** The kind chosen last in the popup, which opens with it. */
export const chosenKind = storedPart(chosenKinds, 'popup');

/** The kind that the menu and the shortcut fill. Only the settings change it. */
export const fillKind = storedPart(chosenKinds, 'fill');

/** The range of a password's length depends on its other options, so the generator lists none. */
const LENGTH_RULES: Partial<Record<KindName, Kind['rules']>> = {
  password: { length: [MIN_LENGTH, MAX_LENGTH] },
};

/** Longer than any text that a person enters as an option. The generator bounds the numbers. */
const MAX_TEXT = 1000;

/** The stored options of each kind; an invalid option is replaced by its default. */
export const kindOptions: { readonly [Name in KindName]: StoredItem<KindOptions[Name]> } = {
  // Version 1 had no minimums and no limit on repeats, which is what their defaults mean.
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
  return storedItem({ key, area: 'local', version, schema: optionsSchema(name) });
}

/** The options of a kind while none are stored. */
export function defaultOptions<Name extends KindName>(name: Name): KindOptions[Name] {
  return readStored(optionsSchema(name), undefined).value;
}

/** The schema of a kind's options, each of which must be one that the generator accepts. */
function optionsSchema<Name extends KindName>(name: Name): Schema<KindOptions[Name]> {
  const { defaults, rules }: Kind = KINDS[name];
  const entries = Object.entries(defaults).map(([option, fallback]) => {
    const rule = rules[option] ?? LENGTH_RULES[name]?.[option];
    const isValid = (value: unknown) =>
      !optionFault(option, value, fallback, rule) && !(typeof value === 'string' && value.length > MAX_TEXT);
    return [option, orElse<unknown>(v.custom<unknown>(isValid), fallback)] as const;
  });
  return objectOf(Object.fromEntries(entries)) as Schema<unknown> as Schema<KindOptions[Name]>;
}

let wordList: WordList | undefined;

/**
 * The request for a password of this kind; a promise only while the words of passphrases still have to be
 * loaded.
 */
export function generateRequest<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name],
): GenerateRequest | Promise<GenerateRequest> {
  if (kind !== 'passphrase') return { kind, ...options } as GenerateRequest;
  const withList = (list: WordList): GenerateRequest => {
    wordList = list;
    return { kind: 'passphrase', list, ...(options as PassphraseOptions) };
  };
  return wordList ? withList(wordList) : loadWordList('eff-long').then(withList);
}
