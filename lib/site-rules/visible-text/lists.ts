import { NAMED_SETS, setOf } from '../characters.ts';
import { isClass, type Token } from './token.ts';

/** Signs that are not punctuation of a sentence. */
const STRONG = /[#$%&*+<=>@[\]^_`{|}~\\]/;

/** The characters of a list in a sentence, without its quotes and brackets; empty if there are none. */
export function characterList(text: string, before = ''): string {
  // “@ ! (others are refused)”.
  let list = text
    .replace(/(?<=\S)[.,:;]$/, '')
    .replace(/^([^)]+) \($/, '$1')
    .replace(/^\)[:,]\s*/, '');
  // After a word it is punctuation.
  if (/\S$/.test(before)) list = list.replace(/^,\s*/, '');
  if (/[^\s!-@[-`{-~\ue001-\ue003]\s?$/.test(before)) list = list.replace(/^[:,]\s*/, '');
  if (/^\(.+\)$/.test(list) || /^\[.+\]$/.test(list) || /^(["'`]).+\1$/.test(list)) list = list.slice(1, -1);
  // The bracket opened before the list, or closes after other words.
  if (!list.includes('(') && list.length > 1) list = list.replace(/\)[.,]?$/, '');
  if (/^\([^)]*$/.test(list) && list.length > 1) list = list.slice(1);
  // A comma with a space after it is a separator.
  list = list.replace(/(?<=[^\s,]), (?=[^\s,])/g, '');
  if ((list.match(/"/g) ?? []).length > 1) list = list.replaceAll('"', '');
  const { special = '' } = NAMED_SETS;
  return setOf([...list].filter((character) => character !== ' ' && special.includes(character)));
}

const isOneOf = (token: Token | undefined, ...kinds: Token['kind'][]) =>
  Boolean(token && kinds.includes(token.kind));

/** Whether signs in a sentence are a list of characters, and not punctuation or a part of a word or price. */
export function isList(sentence: string, token: Token, before: Token | undefined, after: Token | undefined) {
  const { text, characters } = token;
  if (!characters) return false;
  const [previous = ' ', next = ' '] = [sentence[token.at - 1], sentence[token.end]];
  if (/[a-z\d]/.test(previous) && /[a-z\d]/.test(next) && !text.includes(' ')) return false;
  // “Basic ($5)”.
  if (/^\(?[$+]$/.test(text) && /\d/.test(next)) return false;
  if (text.length === 1 && (/\d/.test(previous) || (/\d/.test(next) && /[#$+-]/.test(text)))) return false;
  // “Numbers & symbols” are two classes.
  if (text === '&' && before && after && isClass(before) && isClass(after) && !before.isNamed) return false;
  const isNear = (other: Token | undefined) =>
    other !== undefined &&
    Math.max(other.at, token.at) - Math.min(other.end, token.end) <= (text === '&' ? 3 : 14);
  const neighbours = [before, after].filter(isNear);
  const isMentioned = neighbours.some((other) =>
    isOneOf(other, 'list', 'or', 'length', 'following', 'special', 'space'),
  );
  // A sign alone is meant only if the words beside it speak of signs, because “&” and “|” also join words.
  if (characters.length === 1 && text.length === 1 && STRONG.test(text))
    return (
      isMentioned ||
      (isNear(before) && isOneOf(before, 'no', 'only', 'barred', 'example', 'number')) ||
      (isNear(after) && isOneOf(after, 'barred', 'may'))
    );
  if (STRONG.test(characters) || text.replaceAll(' ', '').length > 2) return true;
  const isAlone =
    text.length === 1 && /[\s"'“‘「『(]/.test(previous) && /[\s"'”’」』)]/.test(next) && next !== undefined;
  return isAlone && isMentioned && !/[,.:;!?]/.test(text)
    ? true
    : /^(["'`(]).+["'`)]$/.test(text) || (/["“‘「『]/.test(previous) && /["”’」』]/.test(next));
}
