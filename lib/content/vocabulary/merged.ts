import { isInfix } from './infix.ts';
import { LANGUAGES } from './languages/languages.ts';
import { normalizeText } from './normalize.ts';
import type { Topic, Words } from './topics.ts';

/**
 * Merges the phrases of several languages, normalized, without those that a shorter phrase of the topic
 * covers.
 */
export function mergedWords(languages: readonly Words[]): Words {
  const phrases = new Map<Topic, Set<string>>();
  for (const [topic, list] of languages.flatMap((words) => Object.entries(words) as [Topic, string][])) {
    const entries = phrases.get(topic) ?? new Set();
    for (const entry of list.split('|')) entries.add(normalizeEntry(entry));
    phrases.set(topic, entries);
  }
  return Object.fromEntries(
    [...phrases].map(([topic, entries]) => [topic, uncovered([...entries]).join('|')]),
  );
}

const uncovered = (entries: string[]) =>
  entries
    .filter(
      (entry) => entry.endsWith('!') || !entries.some((other) => other !== entry && covers(other, entry)),
    )
    .sort();

/** Whether `entry` matches wherever `other` does. A `.` of `entry` has to occur in `other` too. */
const covers = (entry: string, other: string) =>
  isInfix(entry) ? other.includes(entry.replace(/^~/, '')) : other.startsWith(entry);

function normalizeEntry(entry: string): string {
  return `${/^~/.exec(entry) ?? ''}${normalizeText(entry).trim()}${/[.!]$/.exec(entry) ?? ''}`;
}

/**
 * The phrases of all languages. The build replaces this by its value, because each page would compute it
 * again.
 */
export const WORDS: Words = mergedWords(LANGUAGES);
