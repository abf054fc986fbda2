import { indices, type Pool } from '../random.ts';
import type { PasswordSet } from '../sampling/password-set.ts';
import type { Kind } from './options.ts';

/** The capital letters of a phrase: none, the first of each word, all of one random word, or all. */
export type Capitals = 'none' | 'first' | 'one' | 'all';

/** Options that every kind of phrase has. */
export interface PhraseExtras {
  readonly capitals: Capitals;
  /** Adds a random digit after a random word. */
  readonly number: boolean;
  /** Adds a random symbol of `PHRASE_SYMBOLS` after a random word and its digit, if it has one. */
  readonly symbol: boolean;
}

export const DIGITS = '0123456789';
/** Sixteen symbols that keyboards show and people don't confuse. */
export const PHRASE_SYMBOLS = '!#$%&*+-./:;=?@_';

/** The defaults and rules of the extras, which are off by default. */
export const EXTRAS = {
  defaults: { capitals: 'none', number: false, symbol: false },
  rules: { capitals: ['none', 'first', 'one', 'all'] },
} as const satisfies Kind;

/**
 * The set of phrases of `count` independent words with a random one of `separators` between any two. Each
 * phrase is equally likely, because every choice is drawn independently and no two combinations of choices
 * give the same text: words are in lower case, begin and end with a letter, and none begins another. So the
 * number of phrases is the product of the numbers of choices.
 */
export function phraseSet(
  words: readonly string[],
  count: number,
  separators: readonly string[],
  { capitals, number, symbol }: PhraseExtras,
  pool: Pool,
): PasswordSet {
  const signs = [...(number ? [DIGITS] : []), ...(symbol ? [PHRASE_SYMBOLS] : [])];
  const sizes = [
    ...Array<number>(count).fill(words.length),
    ...Array<number>(count - 1).fill(separators.length),
    capitals === 'one' ? count : 1,
    ...signs.map(({ length }) => length * count),
  ];
  return {
    ok: true,
    count: sizes.reduce((product, size) => product * BigInt(size), 1n),
    next() {
      const drawn = indices(sizes, pool);
      const chosen = drawn.splice(0, count).map((index) => words[index] as string);
      const gaps = drawn.splice(0, count - 1).map((index) => separators[index] as string);
      if (capitals !== 'none') capitalise(chosen, capitals, drawn[0] as number);
      signs.forEach((characters, i) => {
        const sign = drawn[i + 1] as number;
        const which = Math.floor(sign / count);
        chosen[sign - which * count] += characters.charAt(which);
      });
      return chosen.reduce((text, word, i) => text + gaps[i - 1] + word);
    },
  };
}

function capitalise(words: string[], capitals: Capitals, place: number): void {
  for (const [i, word] of words.entries()) {
    if (capitals === 'first') words[i] = word.charAt(0).toUpperCase() + word.slice(1);
    else if (capitals === 'all' || i === place) words[i] = word.toUpperCase();
  }
}
