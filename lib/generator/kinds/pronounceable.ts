import type { Pool } from '../random.ts';
import type { PasswordSet } from '../sampling/password-set.ts';
import type { Kind } from './options.ts';
import { EXTRAS, type PhraseExtras, phraseSet } from './phrase.ts';

/** The options of a pronounceable password. The extras treat each syllable as a word. */
export interface PronounceableOptions extends PhraseExtras {
  /** 3 to 40, of two to four letters. */
  readonly syllables: number;
}

export const PRONOUNCEABLE = {
  defaults: { syllables: 8, ...EXTRAS.defaults },
  rules: { syllables: [3, 40], ...EXTRAS.rules },
} as const satisfies Kind;

/** The beginnings and ends of syllables. They are common in English and sound alike in many languages. */
const ONSETS =
  'b c d f g h j k l m n p r s t v w z bl br ch cl cr dr fl fr gl gr pl pr sh sk sl sm sn sp st sw th tr';
const NUCLEI = 'a e i o u ai au ea ee oa oo ou';

/**
 * 480 syllables (8.9 bits each). Onsets are consonants and nuclei are vowels, so a text splits into syllables
 * in only one way, wherever a consonant follows a vowel.
 */
export const syllables = (): readonly string[] =>
  ONSETS.split(' ').flatMap((onset) => NUCLEI.split(' ').map((nucleus) => onset + nucleus));

/** The set of pronounceable passwords of the options. */
export function pronounceableSet(options: PronounceableOptions, pool: Pool): PasswordSet {
  return phraseSet(syllables(), options.syllables, [''], options, pool);
}
