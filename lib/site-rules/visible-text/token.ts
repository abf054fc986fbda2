import { NAMED_SETS, without } from '../characters.ts';
import type { WordKind } from './rule-words.ts';

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
  /** The characters that it means; empty unless it is a list or class. */
  readonly characters: string;
  /** All characters that a name such as “slash” may mean. */
  readonly widest: string;
  /** What stands before it, after the previous token. */
  readonly gap: string;
  /** Whether it is the name of a sign. */
  readonly isNamed: boolean;
}

const { upper = '', lower = '', digit = '', special = '' } = NAMED_SETS;

/** The classes that words name. */
export const CLASSES: { readonly [kind: string]: string } = {
  upper,
  lower,
  digit,
  special: without(special, ' '),
  letter: upper + lower,
  alphanumeric: upper + lower + digit,
  space: ' ',
};

/** Whether a token names characters: a class, a sign or a list. */
export const isClass = ({ kind }: Token): boolean => kind === 'list' || Object.hasOwn(CLASSES, kind);

/** Whether a token is a number or a range. */
export const isNumber = (token: Token | undefined): token is Token =>
  token?.kind === 'number' || token?.kind === 'range';

/** Whether there is a token of one of some kinds. */
export const isOf = (token: Token | undefined, ...kinds: Token['kind'][]): boolean =>
  token !== undefined && kinds.includes(token.kind);

const BOUNDS = ['min', 'max', 'over', 'under', 'exact'];

/** Whether a token marks a number as the minimum or the maximum. */
export const isBound = (token: Token | undefined): token is Token =>
  Boolean(token && BOUNDS.includes(token.kind));

/** Whether a comma or another mark separates a token from the one before it. */
export const isParted = ({ gap }: Token): boolean => /[,;、،，；]/.test(gap);

/** The number of characters between two tokens. */
export const distance = (a: Token, b: Token): number => Math.max(a.at, b.at) - Math.min(a.end, b.end);

/** The classes that are told together, as in “a digit, a dot or a hyphen”, and the index after them. */
export function classesFrom(tokens: readonly Token[], start: number): { classes: Token[]; end: number } {
  const classes = [tokens[start] as Token];
  let end = start + 1;
  for (let i = end, parted = false; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    parted ||= isParted(token);
    const isLink = token.kind === 'or' || (token.kind === 'number' && token.value === 1);
    // In Slavic languages “and” is among the words that require.
    if (isLink || (token.kind === 'must' && token.text.length <= 2)) continue;
    if (!isClass(token) || token.gap.length > 20) break;
    classes.push(token);
    // A list goes on after a comma only if its last item follows without one.
    if (!parted || tokens[i - 1]?.kind === 'or' || !isParted(token)) {
      end = i + 1;
      parted = false;
    }
  }
  return { classes: classes.filter((each) => tokens.indexOf(each) < end), end };
}
