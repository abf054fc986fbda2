import { intersection, NAMED_SETS, PRINTABLE, setOf, without } from './characters.ts';
import type { SiteRule } from './rule.ts';
import type { Said } from './said.ts';
import { sayClasses } from './said-classes.ts';
import { sayLengths, sayRepeats } from './said-lengths.ts';
import { sentencesOf, type Token, tokensOf } from './tokens.ts';
import { LANGUAGES } from './words/languages.ts';
import type { RuleWords } from './words/rule-words.ts';

/** Most texts that are read for one field. */
const MAX_TEXTS = 40;

/**
 * Reads what sentences near a field, or an error message, ask of a password, in eighteen languages. Careful: what is not
 * understood says nothing, and a sentence about codes, names or days is none about passwords. Nothing if no text says
 * anything. Takes any text, in time proportional to its length.
 */
export function readVisibleText(texts: readonly string[]): SiteRule | undefined {
  const said: Said = { required: [], barred: '' };
  for (const text of texts.slice(0, MAX_TEXTS)) readText(text, said);
  const rule = ruleOf(said);
  const { required, allowed, minLength, maxLength, maxConsecutive } = rule;
  const isSilent = !required.length && allowed === PRINTABLE && !(minLength || maxLength || maxConsecutive);
  return isSilent ? undefined : rule;
}

function readText(text: string, said: Said): void {
  const sentences = sentencesOf(text);
  const words = languageOf(sentences.join('\n'));
  if (!words) return;
  for (const sentence of sentences) {
    const tokens = relevant(tokensOf(sentence, words));
    const others = tokens.some(({ kind }) => kind === 'same') ? sayRepeats(tokens, said) : tokens;
    sayLengths(others, said);
    sayClasses(others, said);
  }
}

const TELLING = [
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

/** The language that knows most of the text: by the letters of the words that tell something. */
function languageOf(text: string): RuleWords | undefined {
  let best: RuleWords | undefined;
  let most = 0;
  for (const words of LANGUAGES) {
    const telling = tokensOf(text, words).filter(({ kind }) => TELLING.includes(kind));
    const letters = telling.reduce((sum, token) => sum + token.text.length, 0);
    if (letters > most) [best, most] = [words, letters];
  }
  return best;
}

/** The tokens that are about the password: none if the sentence is about a code, those before it names something else. */
function relevant(tokens: readonly Token[]): Token[] {
  if (tokens.some(({ kind }) => kind === 'ignore')) return [];
  const refused = tokens.findIndex(({ kind }) => kind === 'no');
  const stop = tokens.findIndex(({ kind }, i) => kind === 'stop' && (refused < 0 || i < refused));
  const kept = stop < 0 ? tokens : tokens.slice(0, stop);
  return kept.filter(({ kind }) => kind !== 'stop');
}

function ruleOf({ required, only = PRINTABLE, barred, specials, ...lengths }: Said): SiteRule {
  const { special = '' } = NAMED_SETS;
  const unlisted = specials === undefined ? '' : without(special, specials);
  const allowed = without(only === PRINTABLE ? only : setOf(only + (specials ?? '')), unlisted + barred);
  const sets = required.map(({ characters, min }) => ({
    characters: intersection(characters, allowed),
    min,
  }));
  return { ...lengths, allowed, required: sets.filter(({ characters }) => characters) };
}
