/** A list that passphrases can be made of. Get one from `loadWordList`: the tests vouch for those. */
export interface WordList {
  /** In lower case, beginning and ending with a letter; none is the beginning of another. */
  readonly words: readonly string[];
}

/** The lists there are; each is a file in `wordlists/` that is loaded only when asked for. */
const LISTS = {
  /** The Electronic Frontier Foundation's long list: 7,776 words, 12.9 bits each. */
  'eff-long': () => import('./wordlists/eff-long.ts'),
};

export type WordListName = keyof typeof LISTS;

/** The names of the lists, for interfaces to offer. */
export const WORD_LIST_NAMES = Object.keys(LISTS) as readonly WordListName[];

/** Loads a list of words. Rejects only if its file cannot be loaded. */
export async function loadWordList(name: WordListName): Promise<WordList> {
  const { default: coded } = await LISTS[name]();
  return { words: decodeWords(coded) };
}

/**
 * The words of a front-coded list: a digit says how many letters a word takes over from the one before, then come
 * the others.
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
