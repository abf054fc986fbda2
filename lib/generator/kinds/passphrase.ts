import { type Failure, failure } from '../errors.ts';
import type { Pool } from '../random.ts';
import type { PasswordSet } from '../sampling/password-set.ts';
import type { Kind } from './options.ts';
import { DIGITS, EXTRAS, PHRASE_SYMBOLS, type PhraseExtras, phraseSet } from './phrase.ts';
import type { WordList } from './word-list.ts';

/** The options of a passphrase. Its words come from a list that `loadWordList` gives. */
export interface PassphraseOptions extends PhraseExtras {
  /** 3 to 20. */
  readonly words: number;
  /** Any text between the words, also an empty one. */
  readonly separator: string;
  /** A random digit or symbol in place of the text, drawn for each gap. */
  readonly randomSeparator: 'none' | 'digit' | 'symbol';
}

export const PASSPHRASE = {
  defaults: { words: 6, separator: '-', randomSeparator: 'none', ...EXTRAS.defaults },
  rules: { words: [3, 20], randomSeparator: ['none', 'digit', 'symbol'], ...EXTRAS.rules },
} as const satisfies Kind;

/** The set of passphrases of the options, which need a word list. */
export function passphraseSet(
  options: PassphraseOptions,
  list: WordList | undefined,
  pool: Pool,
): PasswordSet | Failure {
  const { words, separator, randomSeparator } = options;
  if (!list?.words.length) return failure('unknown_value', 'list', '(loadWordList)');
  const separators = { none: [separator], digit: [...DIGITS], symbol: [...PHRASE_SYMBOLS] }[randomSeparator];
  return phraseSet(list.words, words, separators, options, pool);
}
