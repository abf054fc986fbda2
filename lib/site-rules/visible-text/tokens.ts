import { characterList, isList } from './lists.ts';
import { matcherOf, nounOf, toOf } from './matcher.ts';
import type { RuleWords } from './rule-words.ts';
import { charactersOf, isSignName } from './sign-names.ts';
import { CLASSES, isClass, isOf, type Token } from './token.ts';

/** Splits a sentence in lower case into tokens. Punctuation gives none. */
export function tokensOf(sentence: string, words: RuleWords): Token[] {
  const found = Array.from(sentence.matchAll(matcherOf(words)), tokenOf);
  const counted = found.flatMap((token) => withNumber(token, words));
  const kept = counted.filter(
    (token, i) =>
      token.kind !== 'list' || token.isNamed || isList(sentence, token, counted[i - 1], counted[i + 1]),
  );
  return withGaps(merged(withoutNouns(withGaps(kept, sentence), words), words), sentence);
}

/** Every alternative is in a named group: of a kind, of a sign, or `n12` of a number in words. */
function tokenOf(match: RegExpExecArray): Token {
  const groups = Object.entries(match.groups as { [kind: string]: string | undefined });
  const [group] = groups.find(([, text]) => text !== undefined) as [string, string];
  const [text] = match;
  const spelled = /^n(\d+)$/.exec(group)?.[1];
  const [value = Number.NaN, upTo = Number.NaN] = (spelled ?? text).match(/\d+/g)?.map(Number) ?? [];
  const common = { at: match.index, end: match.index + text.length, value, upTo, text, gap: '' };
  if (isSignName(group)) return { ...common, ...charactersOf(group), kind: 'list', isNamed: true };
  const isList = group === 'list';
  const characters = isList ? characterList(text, match.input.slice(0, match.index)) : (CLASSES[group] ?? '');
  const kind = spelled ? 'number' : (group as Token['kind']);
  return { ...common, characters, widest: characters, kind, isNamed: false };
}

/** A token with the number that is in its word, as in “once” and “twice”. */
function withNumber(token: Token, { dual }: RuleWords): Token[] {
  const number = (value: number): Token => ({
    ...token,
    kind: 'number',
    end: token.at,
    value,
    characters: '',
  });
  if (token.kind === 'once') return [number(1), { ...token, kind: 'times' }];
  if (token.kind === 'twice') return [number(2), { ...token, kind: 'times' }];
  const isDual = dual && isClass(token) && new RegExp(dual, 'u').test(token.text);
  return isDual ? [number(2), token] : [token];
}

function withGaps(tokens: readonly Token[], sentence: string): Token[] {
  return tokens.map((token, i) => ({ ...token, gap: sentence.slice(tokens[i - 1]?.end ?? 0, token.at) }));
}

/** Leaves out words such as “symbol” and “character” at one sign, as in “the % symbol”. */
function withoutNouns(tokens: readonly Token[], words: RuleWords): Token[] {
  const isNoun = nounOf(words);
  const isSingle = (token: Token | undefined, gap: string | undefined) =>
    token?.kind === 'list' && token.widest.length <= 3 && /^[\s"'“”‘’「」『』]{0,3}$/.test(gap as string);
  return tokens.filter(({ kind, text, gap }, i) => {
    if ((kind !== 'special' && kind !== 'length') || !isNoun.test(text)) return true;
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    if (isSingle(before, gap)) return false;
    return !isSingle(after, after?.gap) || before?.kind === 'number' || before?.kind === 'following';
  });
}

/** Joins lists that stand beside each other, and numbers in words that are the ends of a range. */
function merged(tokens: readonly Token[], words: RuleWords): Token[] {
  const isTo = toOf(words);
  const result: Token[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    const before = result.at(-2);
    const rangeOf = (first: Token) => ({
      ...first,
      kind: 'range' as const,
      upTo: token.value,
      end: token.end,
    });
    // “Three (3) digits”.
    if (last?.kind === 'number' && last.value === token.value && /^\s?\($/.test(token.gap)) continue;
    if (last?.kind === 'list' && token.kind === 'list' && /^[^\d;:.]{0,6}$/.test(token.gap))
      result.splice(-1, 1, joined(last, token));
    else if (before?.kind === 'list' && token.kind === 'list' && isAnd(last))
      result.splice(-2, 2, joined(before, token));
    else if (last && isRange(last, token) && isTo.test(token.gap)) result.splice(-1, 1, rangeOf(last));
    else if (before && isOf(last, 'or') && isRange(before, token)) result.splice(-2, 2, rangeOf(before));
    else result.push(token);
  }
  return result;
}

/** Whether a token joins two lists: “or”, an article, or a word for “and” in Slavic languages. */
const isAnd = (token: Token | undefined): boolean =>
  isOf(token, 'or') || token?.value === 1 || (isOf(token, 'must') && Number(token?.text.length) <= 2);

const isRange = (a: Token, b: Token): boolean =>
  a.kind === 'number' && b.kind === 'number' && a.value < b.value;

const joined = (a: Token, b: Token): Token => ({
  ...a,
  end: b.end,
  characters: a.characters + b.characters,
  widest: a.widest + b.widest,
});
