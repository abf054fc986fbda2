import type { Budget } from '../budget.ts';
import type { RuleWords } from './rule-words.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/** Splits a sentence into tokens by the words of a language. */
export type Tokenizer = (sentence: string, words: RuleWords) => Token[];

/** The error for texts that are too long in sum. It never leaves this folder. */
export class TooLong extends Error {}

/** What an engine takes to compile the words of a language, in characters that it could read instead. */
const LANGUAGE = 1500;

/** Splits sentences into tokens, and counts what it goes over. Throws once the budget is spent. */
export function tokenizerWithin(budget: Budget): Tokenizer {
  const compiled = new Set<RuleWords>();
  return (sentence, words) => {
    const cost = sentence.length + (compiled.has(words) ? 0 : LANGUAGE);
    compiled.add(words);
    if (!budget.spend('characters', cost)) throw new TooLong();
    return tokensOf(sentence, words);
  };
}
