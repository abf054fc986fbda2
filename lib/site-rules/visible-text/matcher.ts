import { type RuleWords, WORD_KINDS, type WordKind } from './rule-words.ts';
import { SIGNS, type SignName } from './sign-names.ts';

export const SIGN = '[!-\\/:-@\\[-`{-~]';
/** What `linesOf` puts for `A-Z`, `a-z` and `0-9`, which would not survive conversion to lower case. */
export const RANGES = { upper: '\ue001', lower: '\ue002', digit: '\ue003' } as const;

/**
 * Letters and their marks in the scripts of the supported languages: Latin, Greek, Cyrillic, Arabic, kana,
 * Chinese, Hangul. `\p{L}` covers them all, but an engine takes a millisecond to compile each occurrence.
 */
export const LETTERS =
  'a-zA-Z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02c1\u0300-\u0374\u037b-\u037d\u0386' +
  '\u0388-\u0481\u0483-\u052f\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8' +
  '\u06ea-\u06ef\u06fa-\u06fc\u06ff\u1e00-\u1eff\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa' +
  '\u30fc-\u30ff\u3131-\u318e\u3400-\u9fff\uac00-\ud7a3';

/** Words and examples that mean the same in all languages. */
const EVERYWHERE: { readonly [kind in WordKind]?: string } = {
  ...RANGES,
  sequence: '(?:abc|xyz|cba|qwert|123|321|987)[a-z\\d]*',
  same: '(?<!\\d)(?:aaa|111|000)[a\\d]*',
};

/** What `~` stands for: whatever is no punctuation, with few ranges, because an engine compiles each `~`. */
const ENDING = '[^\\0-&(-@[-`{-\xa9\\u2000-\\u2018\\u201a-\\u206f\\u3000-\\u303f]*';

const expand = (alternatives: string) =>
  alternatives.replaceAll(' ', '\\s+').replaceAll('\\s+?', '\\s*').replaceAll('~', ENDING);

/** Remembers what was made for each key. */
function once<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
  };
}

/** One expression for all words of a language, with a named group for each kind. */
export const matcherOf = once((words: RuleWords): RegExp => {
  const kinds = WORD_KINDS.map((kind) => {
    const parts = [words[kind] && expand(words[kind]), EVERYWHERE[kind]].filter(Boolean);
    return `(?<${kind}>${parts.join('|') || '(?!)'})`;
  });
  const [before, after] = words.joined ? ['', ''] : [`(?<![${LETTERS}])`, `(?![${LETTERS}])`];
  const numbers = orderedNumbers(words).map(([value, text]) => `(?<n${value}>${expand(text)})`);
  const whole = `${before}(?:${signsOf(words)}|${[...kinds, ...numbers].join('|')})${after}`;
  const to = `(?:[-–—~〜]|${expand(words.to)})`;
  const number = '(?<!\\d)\\d{1,4}(?!\\d)';
  const range = `(?<range>${number}(?:\\s*(?:${words.length}))?\\s*${to}\\s*${number})`;
  const list = `(?<list>${SIGN}(?:[ ,]{0,2}${SIGN})*)`;
  return new RegExp([range, whole, `(?<number>${number})\\+?`, list].join('|'), 'g');
});

/** The words for a sign that may stand at its name, and the words between the numbers of a range. */
export const nounOf = once(({ sign }: RuleWords) => new RegExp(`^(?:${expand(sign)})$`));
export const toOf = once(
  ({ to }: RuleWords) => new RegExp(`^\\s*(?:${to.replaceAll(' ', '\\s+')}|[-–—~])\\s*$`),
);

/** The names of signs, each in a group of its own, with a word such as “symbol” before or after them. */
function signsOf(words: RuleWords): string {
  const gap = words.joined ? '\\s*' : '\\s+';
  const noun = `(?:${expand(words.sign)})`;
  const names = Object.keys(SIGNS).flatMap((name) => {
    const alternatives = words.signs[name as SignName];
    return alternatives ? [`(?<${name}>${expand(alternatives)})`] : [];
  });
  return `(?:${noun}${gap})?(?:${names.join('|')})(?:${gap}${noun})?`;
}

/** The alternatives of numbers, the greatest first, because “six” begins “sixteen”. */
const orderedNumbers = ({ numbers }: RuleWords) => Object.entries(numbers).reverse();
