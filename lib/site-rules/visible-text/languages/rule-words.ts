/** What the words of a sentence about passwords can mean. */
export const WORD_KINDS = [
  /** The sentence is about something else: a code, a card, a telephone. */
  'ignore',
  /** What follows is about something else: names, earlier passwords, days. */
  'stop',
  /** The same character again and again. */
  'same',
  'exact',
  'min',
  'max',
  /** More than, and less than, the number itself left out. */
  'over',
  'under',
  /** Not accepted: said of what stands before; `no`: of what stands after. */
  'barred',
  'no',
  'only',
  'may',
  'must',
  /** Examples follow. */
  'example',
  /** A choice follows: (one) of the following. */
  'following',
  'alphanumeric',
  'special',
  'upper',
  'lower',
  'digit',
  'letter',
  'space',
  /** Characters, or their number: the length. */
  'length',
  'or',
] as const;

export type WordKind = (typeof WORD_KINDS)[number];

/**
 * The words of a language, as alternatives of a regular expression in lower case. A space stands for any white space and
 * `~` for any ending. They are plain words with few optional parts, so that matching takes time in proportion.
 */
export type RuleWords = { readonly [kind in WordKind]?: string } & {
  /** What stands between the two numbers of a range. */
  readonly to: string;
  /** Numbers that are written out, and articles, which mean one. */
  readonly numbers: { readonly [value: number]: string };
  /** Whether words follow each other without a space. */
  readonly joined?: true;
};
