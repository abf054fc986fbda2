import { LETTERS } from '../matcher.ts';
import type { RuleWords } from '../rule-words.ts';
import type { Tokenizer } from '../tokenizer.ts';
import { LANGUAGES } from './languages.ts';

/** The kinds of tokens that occur in sentences of all sorts. */
const COMMON_KINDS = ['ignore', 'stop', 'number', 'example', 'following', 'or', 'list', 'times'];

/** The language that recognizes most of the text, by the letters of words that occur in rules. */
export function detectLanguage(text: string, tokensOf: Tokenizer): RuleWords | undefined {
  let best: RuleWords | undefined;
  let most = 0;
  for (const words of candidates(text)) {
    const ruleTokens = tokensOf(text, words).filter(
      ({ kind, isNamed }) => isNamed || !COMMON_KINDS.includes(kind),
    );
    const letters = ruleTokens.reduce((sum, token) => sum + token.text.length, 0);
    if (letters > most) [best, most] = [words, letters];
  }
  return best;
}

/**
 * The languages that a text may be in. An engine takes milliseconds to compile all words of a language, so
 * the others are left out by a few of their words.
 */
function candidates(text: string): readonly RuleWords[] {
  const possible = LANGUAGES.filter(({ letters }) => !letters || new RegExp(`[${letters}]`).test(text));
  const words = [...new Set(text.split(NO_LETTERS))];
  const hinted = possible.filter(
    ({ cues }) => !cues || cues.split(' ').some((cue) => words.some(matches(cue))),
  );
  return hinted.length > 0 ? hinted : possible;
}

const NO_LETTERS = new RegExp(`[^${LETTERS}]+`);

/** Whether a word is a cue, in which `~` stands for more letters. */
function matches(cue: string): (word: string) => boolean {
  const plain = cue.replaceAll('~', '');
  if (cue.startsWith('~')) return (word) => word.endsWith(plain);
  return cue.endsWith('~') ? (word) => word.startsWith(plain) : (word) => word === plain;
}
