import { NAMED_SETS, setOf } from '../characters.ts';
import { type RuleWords, WORD_KINDS, type WordKind } from './rule-words.ts';

/** A word, number or list of characters in a sentence about passwords. */
export interface Token {
  readonly kind: WordKind | 'number' | 'range' | 'list';
  /** Its first index in the sentence. */
  readonly at: number;
  /** The index after its last character. */
  readonly end: number;
  /** The number, or the first number of a range. */
  readonly value: number;
  /** The second number of a range. */
  readonly upTo: number;
  readonly text: string;
}

const SIGN = '[!-\\/:-@\\[-`{-~]';
/** What `sentencesOf` puts for `A-Z`, `a-z` and `0-9`, which would not survive conversion to lower case. */
const RANGES = { upper: '\ue001', lower: '\ue002', digit: '\ue003' } as const;

/**
 * Letters and their marks in the scripts of the supported languages: Latin, Greek, Cyrillic, Arabic, kana,
 * Chinese, Hangul. `\p{L}` covers them all, but an engine takes a millisecond to compile each occurrence.
 */
export const LETTERS =
  'a-zA-Z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02c1\u0300-\u0374\u037b-\u037d\u0386' +
  '\u0388-\u0481\u0483-\u052f\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8' +
  '\u06ea-\u06ef\u06fa-\u06fc\u06ff\u1e00-\u1eff\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa' +
  '\u30fc-\u30ff\u3131-\u318e\u3400-\u9fff\uac00-\ud7a3';

const matchers = new Map<RuleWords, RegExp>();

/** One expression for all words of a language, with a named group for each kind. */
function matcherOf(words: RuleWords): RegExp {
  const known = matchers.get(words);
  if (known) return known;
  const expand = (alternatives: string) =>
    alternatives.replaceAll(' ', '\\s+').replaceAll('\\s+?', '\\s*').replaceAll('~', `[${LETTERS}]*`);
  const kinds = WORD_KINDS.map((kind) => {
    const range = (RANGES as { [kind: string]: string })[kind];
    const parts = [...(words[kind] ? [expand(words[kind])] : []), ...(range ? [range] : [])];
    return `(?<${kind}>${parts.join('|') || '(?!)'})`;
  });
  const numbers = Object.entries(words.numbers).map(([value, word]) => `(?<n${value}>${expand(word)})`);
  const [before, after] = words.joined ? ['', ''] : [`(?<![${LETTERS}])`, `(?![${LETTERS}])`];
  const whole = `${before}(?:${[...kinds, ...numbers].join('|')})${after}`;
  const to = `(?:[-–—~〜]|${words.to.replaceAll(' ', '\\s+')})`;
  const number = '(?<!\\d)\\d{1,4}(?!\\d)';
  const range = `(?<range>${number}(?:\\s*(?:${words.length}))?\\s*${to}\\s*${number})`;
  const list = `(?<list>${SIGN}(?:[ ,]{0,2}${SIGN})*)`;
  const matcher = new RegExp([range, `(?<number>${number})\\+?`, whole, list].join('|'), 'gu');
  matchers.set(words, matcher);
  return matcher;
}

/** Splits a sentence in lower case into tokens. Punctuation gives none. */
export function tokensOf(sentence: string, words: RuleWords): Token[] {
  const tokens = Array.from(sentence.matchAll(matcherOf(words)), (match): Token => {
    // Every alternative is in a named group.
    const groups = Object.entries(match.groups as { [kind: string]: string | undefined });
    const [kind] = groups.find(([, found]) => found !== undefined) as [string, string];
    const [text] = match;
    const spelledOut = /^n(\d+)$/.exec(kind)?.[1];
    const [value = Number.NaN, upTo = Number.NaN] = spelledOut
      ? [Number(spelledOut)]
      : (text.match(/\d+/g) ?? []).map(Number);
    const named = spelledOut ? 'number' : (kind as Token['kind']);
    return { kind: named, at: match.index, end: match.index + text.length, value, upTo, text };
  });
  return tokens.filter(({ kind, text }) => kind !== 'list' || characterList(text));
}

/** The greatest lengths of a text and a sentence in UTF-16 units. Rules are short. */
const MAX_TEXT = 4000;
const MAX_SENTENCE = 600;

/** Splits a text into sentences in lower case, with normalized digits and signs. Longer ones are left out. */
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

/** Signs that are not punctuation of a sentence. */
const STRONG = /[#$%&*+<=>@[\]^_`{|}~\\]/;

/** The characters of a list in a sentence, without its quotes and brackets; empty if it is punctuation. */
export function characterList(text: string): string {
  let list = text.replace(/[.,:;]$/, '').replace(/^[:,]\s*/, '');
  if (/^\(.*\)$/.test(list) || /^\[.*\]$/.test(list) || /^(["'`]).*\1$/.test(list)) list = list.slice(1, -1);
  // The bracket opened before the list, or closes after other words.
  if (!list.includes('(')) list = list.replace(/\)[.,]?$/, '');
  if (/^\([^)]*$/.test(list) && list.length > 1) list = list.slice(1);
  // A comma with a space after it is a separator.
  if (/, .*, /.test(list)) list = list.replaceAll(', ', '');
  if ((list.match(/"/g) ?? []).length > 1) list = list.replaceAll('"', '');
  const isList = STRONG.test(list) || list.replaceAll(' ', '').length > 2;
  const { special = '' } = NAMED_SETS;
  return isList
    ? setOf([...list].filter((character) => character !== ' ' && special.includes(character)))
    : '';
}
