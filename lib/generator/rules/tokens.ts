import { listed } from './said-lists.ts';
import { type RuleWords, WORD_KINDS, type WordKind } from './words/rule-words.ts';

/** A word, number or list of characters that a sentence about passwords is read by. */
export interface Token {
  readonly kind: WordKind | 'number' | 'range' | 'list';
  /** Where it begins and ends in the sentence. */
  readonly at: number;
  readonly end: number;
  /** The number, or the two of a range. */
  readonly value: number;
  readonly upTo: number;
  readonly text: string;
}

const SIGN = '[!-\\/:-@\\[-`{-~]';
/** Written-out ranges, which `sentencesOf` replaces so that they survive lower case. */
export const RANGES = { upper: '\ue001', lower: '\ue002', digit: '\ue003' } as const;

const matchers = new Map<RuleWords, RegExp>();

/** One expression for all words of a language, a named group for each kind. */
function matcherOf(words: RuleWords): RegExp {
  const known = matchers.get(words);
  if (known) return known;
  const [before, after] = words.joined ? ['', ''] : ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])'];
  const written = (alternatives: string) =>
    before +
    `(?:${alternatives.replaceAll(' ', '\\s+').replaceAll('\\s+?', '\\s*')})`.replaceAll('~', '\\p{L}*') +
    after;
  const kinds = WORD_KINDS.map((kind) => {
    const range = (RANGES as { [kind: string]: string })[kind];
    const parts = [...(words[kind] ? [written(words[kind])] : []), ...(range ? [range] : [])];
    return `(?<${kind}>${parts.join('|') || '(?!)'})`;
  });
  const numbers = Object.entries(words.numbers).map(([value, word]) => `(?<n${value}>${written(word)})`);
  const to = `(?:[-–—~〜]|${words.to.replaceAll(' ', '\\s+')})`;
  const number = '(?<!\\d)\\d{1,4}(?!\\d)';
  const range = `(?<range>${number}(?:\\s*(?:${words.length}))?\\s*${to}\\s*${number})`;
  const list = `(?<list>${SIGN}(?:[ ,]{0,2}${SIGN})*)`;
  const matcher = new RegExp([range, `(?<number>${number})\\+?`, ...kinds, ...numbers, list].join('|'), 'gu');
  matchers.set(words, matcher);
  return matcher;
}

/** The tokens of a sentence in lower case. Punctuation is none. */
export function tokensOf(sentence: string, words: RuleWords): Token[] {
  const tokens = Array.from(sentence.matchAll(matcherOf(words)), (match): Token => {
    // Every alternative is a named group.
    const groups = Object.entries(match.groups as { [kind: string]: string | undefined });
    const [kind] = groups.find(([, found]) => found !== undefined) as [string, string];
    const [text] = match;
    const written = /^n(\d+)$/.exec(kind)?.[1];
    const [value = Number.NaN, upTo = Number.NaN] = written
      ? [Number(written)]
      : (text.match(/\d+/g) ?? []).map(Number);
    const named = written ? 'number' : (kind as Token['kind']);
    return { kind: named, at: match.index, end: match.index + text.length, value, upTo, text };
  });
  return tokens.filter(({ kind, text }) => kind !== 'list' || listed(text));
}

/** Longest text and sentence that are read, in UTF-16 units: rules are short. */
const MAX_TEXT = 4000;
const MAX_SENTENCE = 600;

/** The sentences of a text, in lower case, with digits and signs of one form. Longer ones are no rules. */
export function sentencesOf(text: string): string[] {
  return text
    .slice(0, MAX_TEXT)
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(((digit.charCodeAt(0) - 0x660) % 0x90) % 16))
    .replace(/\((?:[Aa]-[Zz]|0-9|[,&/\s]){1,12}\)/g, ' ')
    .replace(/\bA-Z\b/g, RANGES.upper)
    .replace(/\ba-z\b/g, RANGES.lower)
    .replace(/\b0-9\b/g, RANGES.digit)
    .split(/[\n\r•·●▪✓✔✗]+|[.!?](?=\s+[\p{Lu}\p{Lo}]|\s*$)|;(?=\s+\p{L})|[。]/u)
    .map((sentence) => sentence.toLowerCase())
    .filter((sentence) => sentence.length <= MAX_SENTENCE);
}
