import { WORDS } from './merged.ts';
import type { Topic, Words } from './phrases.ts';

interface Phrase {
  readonly topic: Topic;
  readonly text: string;
  /** Matches inside a word too; asks for the word's end. */
  readonly infix: boolean;
  readonly wholeWord: boolean;
  /** Its words mean nothing else. */
  readonly exclusive: boolean;
}

/** Phrases by the key of their first two characters, so that a text is read once for all of them. */
type ByKey = (Phrase[] | undefined)[];

interface Index {
  readonly atStart: ByKey;
  /** Those that match inside a word too. */
  readonly inside: ByKey;
}

/** A list of so many is looked into in a fifth of the time of a map; each two letters of a to z have a key of their own. */
const KEYS = 2 ** 12;

let index: Index | undefined;
const SPACE = 0x20;

/** What a text speaks of, in any of the languages. `words` as `wordsOf` gives them. */
export function topicsOf(words: string): Set<Topic> {
  index ??= indexOf(WORDS);
  const topics = new Set<Topic>();
  let from = index.atStart;
  for (let at = 1; at < words.length - 1; at++) {
    const isSpace = words.charCodeAt(at) === SPACE;
    const phrases = isSpace ? undefined : from[keyAt(words, at)];
    if (phrases) at += note(phrases, words, at, topics);
    from = isSpace ? index.atStart : index.inside;
  }
  return topics;
}

/** Notes what begins here; gives how many of the characters after this one are not read again. */
function note(phrases: readonly Phrase[], words: string, at: number, topics: Set<Topic>): number {
  for (const { topic, text, wholeWord, exclusive } of phrases) {
    if ((!exclusive && topics.has(topic)) || !words.startsWith(text, at)) continue;
    if (!wholeWord || words[at + text.length] === ' ') topics.add(topic);
    if (exclusive) return text.length - 1;
  }
  return 0;
}

/** A number below `KEYS` for two characters; others may share it. */
function keyAt(text: string, at: number): number {
  return ((text.charCodeAt(at) << 5) ^ text.charCodeAt(at + 1)) & (KEYS - 1);
}

function indexOf(words: Words): Index {
  const made: Index = { atStart: Array(KEYS), inside: Array(KEYS) };
  for (const phrase of phrasesOf(words)) {
    for (const phrases of phrase.infix ? [made.atStart, made.inside] : [made.atStart]) {
      const key = keyAt(phrase.text, 0);
      phrases[key] ??= [];
      phrases[key][phrase.exclusive ? 'unshift' : 'push'](phrase);
    }
  }
  return made;
}

function phrasesOf(words: Words): Phrase[] {
  return Object.entries(words).flatMap(([topic, list]) =>
    list.split('|').flatMap((entry) => {
      const text = entry.replace(/^~|[.!]$/g, '');
      const phrase = {
        topic: topic as Topic,
        text,
        infix: entry.startsWith('~'),
        wholeWord: entry.endsWith('.'),
        exclusive: entry.endsWith('!'),
      };
      // A space may be missing: "sign up" is "signup" too.
      return text.includes(' ') ? [phrase, { ...phrase, text: text.replaceAll(' ', '') }] : [phrase];
    }),
  );
}
