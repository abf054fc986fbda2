import { LANGUAGES } from './languages/languages.ts';
import { normalizeText } from './normalize.ts';
import type { Topic, Words } from './phrases.ts';

/** Scripts that are written without spaces: their phrases match anywhere. Thai, Korean, Japanese, Chinese. */
const UNSPACED = /[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/**
 * The phrases of several languages as one, in the letters in which they are looked for, without those that a shorter
 * one of their topic finds anyway.
 */
export function mergedWords(languages: readonly Words[]): Words {
  const phrases = new Map<Topic, Set<string>>();
  for (const [topic, list] of languages.flatMap((words) => Object.entries(words) as [Topic, string][])) {
    const known = phrases.get(topic) ?? new Set();
    for (const entry of list.split('|')) known.add(plainEntry(entry));
    phrases.set(topic, known);
  }
  return Object.fromEntries([...phrases].map(([topic, entries]) => [topic, needed([...entries]).join('|')]));
}

const needed = (entries: string[]) =>
  entries
    .filter(
      (entry) => entry.endsWith('!') || !entries.some((other) => other !== entry && covers(other, entry)),
    )
    .sort();

/** Whether `entry` matches wherever `other` does. Its own `.`, an end of a word, is found in the other's only. */
const covers = (entry: string, other: string) =>
  entry.startsWith('~') ? other.includes(entry.slice(1)) : other.startsWith(entry);

function plainEntry(entry: string): string {
  const infix = entry.startsWith('~') || UNSPACED.test(entry);
  return `${infix ? '~' : ''}${normalizeText(entry).trim()}${/[.!]$/.exec(entry) ?? ''}`;
}

/** The phrases of all languages. The build puts them here made: they are wanted anew in each page. */
export const WORDS: Words = mergedWords(LANGUAGES);
