import { WORDS } from './words/merged.ts';
import type { Topic, Words } from './words/words.ts';

interface Phrase {
  readonly topic: Topic;
  readonly text: string;
  /** Matches inside a word too; asks for the word's end. */
  readonly anywhere: boolean;
  readonly whole: boolean;
}

/** Phrases by their first two characters, so that a text is read once for all of them. */
interface Index {
  readonly atStart: Map<number, Phrase[]>;
  /** Those that match inside a word too. */
  readonly inside: Map<number, Phrase[]>;
}

let index: Index | undefined;
const SPACE = 0x20;

/** What a text speaks of, in any of the languages. `words` as `wordsOf` gives them. */
export function topicsOf(words: string): Set<Topic> {
  index ??= indexOf(WORDS);
  const topics = new Set<Topic>();
  let from = index.atStart;
  for (let at = 1; at < words.length - 1; at++) {
    const isSpace = words.charCodeAt(at) === SPACE;
    const phrases = isSpace ? undefined : from.get(keyAt(words, at));
    if (phrases) note(phrases, words, at, topics);
    from = isSpace ? index.atStart : index.inside;
  }
  return topics;
}

function note(phrases: readonly Phrase[], words: string, at: number, topics: Set<Topic>): void {
  for (const { topic, text, whole } of phrases) {
    if (topics.has(topic) || !words.startsWith(text, at)) continue;
    if (!whole || words[at + text.length] === ' ') topics.add(topic);
  }
}

/** A number for two characters; others may share it. */
function keyAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 9) ^ text.charCodeAt(at + 1);
}

function indexOf(words: Words): Index {
  const made: Index = { atStart: new Map(), inside: new Map() };
  for (const phrase of phrasesOf(words)) {
    for (const phrases of phrase.anywhere ? [made.atStart, made.inside] : [made.atStart]) {
      const key = keyAt(phrase.text, 0);
      const beside = phrases.get(key);
      if (beside) beside.push(phrase);
      else phrases.set(key, [phrase]);
    }
  }
  return made;
}

function phrasesOf(words: Words): Phrase[] {
  return Object.entries(words).flatMap(([topic, list]) =>
    list.split('|').flatMap((entry) => {
      const text = entry.replace(/^~|\.$/g, '');
      const phrase = {
        topic: topic as Topic,
        text,
        anywhere: entry.startsWith('~'),
        whole: entry.endsWith('.'),
      };
      // A space may be missing: "sign up" is "signup" too.
      return text.includes(' ') ? [phrase, { ...phrase, text: text.replaceAll(' ', '') }] : [phrase];
    }),
  );
}
