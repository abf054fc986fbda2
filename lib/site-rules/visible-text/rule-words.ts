import type { SignName } from './sign-names.ts';

/** The kinds of words in a sentence about passwords. The first that matches at a place is used. */
export const WORD_KINDS = [
  /** Upper and lower case are told apart, which is no rule. */
  'aside',
  /** No character occurs twice. */
  'unique',
  /** What a password begins or ends with follows, or came before if nothing follows. */
  'first',
  'last',
  /** What a password begins or ends with came before, as in German and Korean. */
  'begun',
  'ended',
  /** The sentence is about something else, such as a code, a card or a telephone. */
  'ignore',
  /** The rest is about something else, such as names, earlier passwords or days. */
  'stop',
  /** Neighbours in the alphabet or among the digits. */
  'sequence',
  'once',
  'twice',
  'times',
  /** In a row. */
  'row',
  /** Repeated characters. */
  'same',
  'exact',
  'min',
  'max',
  /** More than and less than, without the number itself. */
  'over',
  'under',
  /** Not accepted. `barred` is about the words before it, `no` about those after it. */
  'barred',
  'no',
  'only',
  'may',
  'must',
  /** Examples follow. */
  'example',
  /** A choice follows, as in “one of the following”. */
  'following',
  'alphanumeric',
  'special',
  'upper',
  'lower',
  'digit',
  'letter',
  'space',
  /** Characters, or the length. */
  'length',
  'or',
] as const;

/** A kind of word. */
export type WordKind = (typeof WORD_KINDS)[number];

/**
 * The words of a language as alternatives of a regular expression in lower case. A space stands for any white
 * space and `~` for any ending. They are plain words with few optional parts, so matching takes time
 * proportional to the text.
 */
export type RuleWords = { readonly [kind in WordKind]?: string } & {
  /** The words between the two numbers of a range. */
  readonly to: string;
  /** Numbers in words, and articles, which mean one. */
  readonly numbers: { readonly [value: number]: string };
  /** The names of signs. */
  readonly signs: { readonly [name in SignName]?: string };
  /** Words for a sign that may stand at its name or at the sign itself, such as “symbol”. */
  readonly sign: string;
  /** Endings by which a verb among `begun` and `ended` says the opposite. */
  readonly negated?: string;
  /** Endings of a class that mean two of it. */
  readonly dual?: string;
  /** Some of its most usual words, of which a text has one or more. */
  readonly cues?: string;
  /** Letters without which a text is not in the language. */
  readonly letters?: string;
  /** Whether the language writes words without spaces between them. */
  readonly joined?: true;
};
