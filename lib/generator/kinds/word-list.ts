/** The words of passphrases. Tests check the conditions below for the lists that `loadWordList` gives. */
export interface WordList {
  /** In lower case, beginning and ending with a letter. No word begins another. */
  readonly words: readonly string[];
}

/** The lists, each a file in `wordlists/` that is loaded on demand. */
const LISTS = {
  /** The Electronic Frontier Foundation's long list: 7,776 words, 12.9 bits each. */
  'eff-long': () => import('./wordlists/eff-long.ts'),
};

export type WordListName = keyof typeof LISTS;

/** Loads a word list. Rejects only if its file cannot be loaded. */
export async function loadWordList(name: WordListName): Promise<WordList> {
  const { default: coded } = await LISTS[name]();
  return { words: decodeWords(coded) };
}

/**
 * Decodes a front-coded list. A digit gives the number of letters that a word shares with the previous one,
 * and its other letters follow.
 */
export function decodeWords(coded: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const [, shared, rest] of coded.matchAll(/(\d)(\D+)/g)) {
    word = word.slice(0, Number(shared)) + rest;
    words.push(word);
  }
  return words;
}
