import { intersection, NAMED_SETS, PRINTABLE, setOf, without } from '../characters.ts';
import type { SiteRule } from '../rule.ts';
import { LANGUAGES } from './languages/languages.ts';
import type { RuleWords } from './languages/rule-words.ts';
import { readClasses } from './read-classes.ts';
import { readLengths, readRepeats } from './read-lengths.ts';
import type { TextBounds } from './text-bounds.ts';
import { sentencesOf, type Token, tokensOf } from './tokens.ts';

/** Most texts that are read for one field. */
const MAX_TEXTS = 40;

/**
 * Reads what sentences near a field, or an error message, ask of a password, in eighteen languages. Careful: what is not
 * understood says nothing, and a sentence about codes, names or days is none about passwords. Nothing if no text says
 * anything. Takes any text, in time proportional to its length.
 */
export function readVisibleText(texts: readonly string[]): SiteRule | undefined {
  const said: TextBounds = { required: [], barred: '' };
  for (const text of texts.slice(0, MAX_TEXTS)) readText(text, said);
  const rule = ruleOf(said);
  const { required, allowed, minLength, maxLength, maxConsecutive } = rule;
  const isSilent = !required.length && allowed === PRINTABLE && !(minLength || maxLength || maxConsecutive);
  return isSilent ? undefined : rule;
}

function readText(text: string, said: TextBounds): void {
  const sentences = sentencesOf(text);
  const words = languageOf(sentences.join('\n'));
  if (!words) return;
  for (const sentence of sentences) {
    const tokens = relevant(tokensOf(sentence, words));
    const others = tokens.some(({ kind }) => kind === 'same') ? readRepeats(tokens, said) : tokens;
    readLengths(others, said);
    readClasses(others, said);
  }
}

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

/** The language that knows most of the text: by the letters of the words that tell something. */
function languageOf(text: string): RuleWords | undefined {
  let best: RuleWords | undefined;
  let most = 0;
  for (const words of LANGUAGES) {
    const telling = tokensOf(text, words).filter(({ kind }) => RULE_KINDS.includes(kind));
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
