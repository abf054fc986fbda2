import { intersection, NAMED_SETS, PRINTABLE, setOf, without } from '../characters.ts';
import type { SiteRule } from '../rule.ts';
import { LANGUAGES } from './languages/languages.ts';
import { readClasses } from './read-classes.ts';
import { readLengths, readRepeats } from './read-lengths.ts';
import type { RuleWords } from './rule-words.ts';
import type { TextBounds } from './text-bounds.ts';
import { sentencesOf, type Token, tokensOf } from './tokens.ts';

/** The most texts of one field. */
const MAX_TEXTS = 40;

/**
 * Reads the rule in sentences near a field or in an error message, in eighteen languages. Words that are not
 * understood, and sentences about codes, names or days, have no effect. Undefined if no text sets a bound.
 * Accepts any text, in time proportional to its length.
 */
export function readVisibleText(texts: readonly string[]): SiteRule | undefined {
  const bounds: TextBounds = { required: [], barred: '' };
  for (const text of texts.slice(0, MAX_TEXTS)) readText(text, bounds);
  const rule = ruleOf(bounds);
  const { required, allowed, minLength, maxLength, maxConsecutive } = rule;
  const isEmpty = !required.length && allowed === PRINTABLE && !(minLength || maxLength || maxConsecutive);
  return isEmpty ? undefined : rule;
}

function readText(text: string, bounds: TextBounds): void {
  const sentences = sentencesOf(text);
  const words = detectLanguage(sentences.join('\n'));
  if (!words) return;
  for (const sentence of sentences) {
    const tokens = relevant(tokensOf(sentence, words));
    const others = tokens.some(({ kind }) => kind === 'same') ? readRepeats(tokens, bounds) : tokens;
    readLengths(others, bounds);
    readClasses(others, bounds);
  }
}

/** The kinds of tokens that occur in rules. */
const RULE_KINDS = [
  'range',
  'length',
  'min',
  'max',
  'digit',
  'upper',
  'lower',
  'letter',
  'special',
  'space',
  'alphanumeric',
  'same',
  'must',
  'barred',
  'no',
  'only',
];

/** The language that recognizes most of the text, by the letters of words that occur in rules. */
function detectLanguage(text: string): RuleWords | undefined {
  let best: RuleWords | undefined;
  let most = 0;
  for (const words of LANGUAGES) {
    const ruleTokens = tokensOf(text, words).filter(({ kind }) => RULE_KINDS.includes(kind));
    const letters = ruleTokens.reduce((sum, token) => sum + token.text.length, 0);
    if (letters > most) [best, most] = [words, letters];
  }
  return best;
}

/**
 * The tokens about the password: none in a sentence about a code, else those before it names something else.
 */
function relevant(tokens: readonly Token[]): Token[] {
  if (tokens.some(({ kind }) => kind === 'ignore')) return [];
  const refused = tokens.findIndex(({ kind }) => kind === 'no');
  const stop = tokens.findIndex(({ kind }, i) => kind === 'stop' && (refused < 0 || i < refused));
  const kept = stop < 0 ? tokens : tokens.slice(0, stop);
  return kept.filter(({ kind }) => kind !== 'stop');
}

function ruleOf({ required, only = PRINTABLE, barred, specials, ...lengths }: TextBounds): SiteRule {
  const { special = '' } = NAMED_SETS;
  const unlisted = specials === undefined ? '' : without(special, specials);
  const allowed = without(only === PRINTABLE ? only : setOf(only + (specials ?? '')), unlisted + barred);
  const sets = required.map(({ characters, min }) => ({
    characters: intersection(characters, allowed),
    min,
  }));
  return { ...lengths, allowed, required: sets.filter(({ characters }) => characters) };
}
