import { loadWordList } from '../lib/generator/index.ts';
import { loadSiteList, rulesForHost } from '../lib/site-rules/site-list/site-list.ts';
import { Lru } from './lru.ts';
import type { PassphraseInput, PasswordInput, PinInput } from './options.ts';
import {
  drawMany,
  type Fault,
  type PasswordSet,
  passphrasesOf,
  passwordsOf,
  pinsOf,
} from './password-set.ts';
import type { Made, ReadRules } from './rules/protocol.ts';

/** Makes what routes and tools ask for. */
export interface Generator {
  /** The set of passwords; only for options without `rules`. */
  passwords(input: PasswordInput): PasswordSet | Fault;
  passphrases(input: PassphraseInput): PasswordSet | Fault;
  pins(input: PinInput): PasswordSet | Fault;
  /** Makes passwords within a text of rules, in the worker. */
  makeByRules(input: PasswordInput, count: number): Promise<Made>;
}

/** The sets that are kept, because counting one costs hundreds of times what a password of it costs. */
const KEPT_SETS = 256;

/** Loads the word list and the rules of sites. */
export async function loadGenerator(readRules: ReadRules): Promise<Generator> {
  const [list, sites] = await Promise.all([loadWordList('eff-long'), loadSiteList()]);
  const sets = new Lru<PasswordSet | Fault>(KEPT_SETS);
  const siteRules = ({ site }: PasswordInput) => (site === undefined ? undefined : rulesForHost(sites, site));
  return {
    passwords: (input) => sets.get(`w${JSON.stringify(input)}`, () => passwordsOf(input, siteRules(input))),
    passphrases: (input) => sets.get(`p${JSON.stringify(input)}`, () => passphrasesOf(input, list)),
    pins: (input) => sets.get(`n${JSON.stringify(input)}`, () => pinsOf(input)),
    makeByRules: (input, count) => readRules({ input, siteRules: siteRules(input), count }),
  };
}

/** Makes passwords of a set. */
export async function makeFrom(set: PasswordSet | Fault, count: number): Promise<Made> {
  if (!set.ok) return set;
  const passwords = count === 1 ? [set.next()] : await drawMany(set, count);
  return 'ok' in passwords ? passwords : { ok: true, passwords, figures: set.figures };
}
