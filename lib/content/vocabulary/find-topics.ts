import { isInfix } from './infix.ts';
import { WORDS } from './merged.ts';
import type { Topic, Words } from './topics.ts';

interface Phrase {
  readonly topic: Topic;
  readonly text: string;
  /** Whether it also matches inside a word. */
  readonly infix: boolean;
  /** Whether it has to end with the word. */
  readonly wholeWord: boolean;
  /** Whether its words stand for no other topic. */
  readonly exclusive: boolean;
}

/** Phrases by a hash of their first two characters, so that one pass over a text finds all of them. */
type Index = (Phrase[] | undefined)[];

/**
 * The number of hash values. An array of this size takes a fifth of the time of a `Map`, and each pair of the
 * letters a to z has a value of its own.
 */
const HASHES = 2 ** 12;

/** Built on first use. It depends on no page. */
let index: Index | undefined;

/** Finds the topics of a text in any of the languages. `text` comes from `normalizeText`. */
export function topicsOf(text: string): Set<Topic> {
  index ??= indexOf(WORDS);
  const topics = new Set<Topic>();
  for (let at = 1; at < text.length - 1; at++) {
    if (text[at] === ' ') continue;
    const phrases = index[hashAt(text, at)];
    if (phrases) at += matchPhrases(phrases, text, at, topics);
  }
  return topics;
}

/** Adds the topics of the phrases that match at `at`, and returns how many of the next characters to skip. */
function matchPhrases(phrases: readonly Phrase[], text: string, at: number, topics: Set<Topic>): number {
  const isInside = text[at - 1] !== ' ';
  for (const { topic, text: phrase, infix, wholeWord, exclusive } of phrases) {
    if ((isInside && !infix) || (!exclusive && topics.has(topic)) || !text.startsWith(phrase, at)) continue;
    if (!wholeWord || text[at + phrase.length] === ' ') topics.add(topic);
    if (exclusive) return phrase.length - 1;
  }
  return 0;
}

/** Hashes two characters to a number below `HASHES`. */
function hashAt(text: string, at: number): number {
  return ((text.charCodeAt(at) << 5) ^ text.charCodeAt(at + 1)) & (HASHES - 1);
}

function indexOf(words: Words): Index {
  const built: Index = Array(HASHES);
  for (const phrase of phrasesOf(words)) {
    const hash = hashAt(phrase.text, 0);
    built[hash] ??= [];
    built[hash][phrase.exclusive ? 'unshift' : 'push'](phrase);
  }
  return built;
}

function phrasesOf(words: Words): Phrase[] {
  return Object.entries(words).flatMap(([topic, list]) =>
    list.split('|').flatMap((entry) => {
      const text = entry.replace(/^~|[.!]$/g, '');
      // A space may be missing, because "sign up" is often written "signup".
      return [...new Set([text, text.replaceAll(' ', '')])].map((text) => ({
        topic: topic as Topic,
        text,
        infix: isInfix(entry),
        wholeWord: entry.endsWith('.'),
        exclusive: entry.endsWith('!'),
      }));
    }),
  );
}
