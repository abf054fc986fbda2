import { characterList, isList } from './lists.ts';
import { matcherOf } from './matcher.ts';
import type { RuleWords } from './rule-words.ts';
import { charactersOf, isSignName } from './sign-names.ts';
import { CLASSES, isClass, type Token } from './token.ts';

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
  const characters = isList ? characterList(text, match.input[match.index - 1]) : (CLASSES[group] ?? '');
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
  const isNoun = new RegExp(`^(?:${words.sign})$`, 'u');
  const isSingle = (token: Token | undefined, gap: string | undefined) =>
    token?.kind === 'list' && token.widest.length <= 3 && /^[\s"'“”‘’「」『』()]{0,3}$/.test(gap ?? '');
  return tokens.filter(({ kind, text, gap }, i) => {
    if ((kind !== 'special' && kind !== 'length') || !isNoun.test(text)) return true;
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    if (isSingle(before, gap)) return false;
    return !isSingle(after, after?.gap) || before?.kind === 'number' || before?.kind === 'following';
  });
}

/** Joins lists that stand beside each other, and numbers in words that are the ends of a range. */
function merged(tokens: readonly Token[], words: RuleWords): Token[] {
  const isTo = new RegExp(`^\\s*(?:${words.to.replaceAll(' ', '\\s+')}|[-–—~])\\s*$`, 'u');
  const result: Token[] = [];
  for (const token of tokens) {
    const [before, last] = result.slice(-2).length === 2 ? result.slice(-2) : [undefined, result.at(-1)];
    if (token.kind === 'list' && last?.kind === 'list' && /^[^\d;:.]{0,6}$/.test(token.gap))
      result[result.length - 1] = joined(last, token);
    else if (token.kind === 'list' && before?.kind === 'list' && (last?.kind === 'or' || last?.value === 1)) {
      result.pop();
      result[result.length - 1] = joined(before, token);
    } else if (isRange(last, token) && (isTo.test(token.gap) || token.gap.trim() === '')) {
      result[result.length - 1] = { ...(last as Token), kind: 'range', upTo: token.value, end: token.end };
    } else if (token.kind === 'number' && last?.kind === 'or' && isRange(before, token)) {
      result.pop();
      result[result.length - 1] = { ...(before as Token), kind: 'range', upTo: token.value, end: token.end };
    } else result.push(token);
  }
  return result;
}

const isRange = (a: Token | undefined, b: Token): boolean =>
  a?.kind === 'number' && b.kind === 'number' && a.value < b.value;

const joined = (a: Token, b: Token): Token => ({
  ...a,
  end: b.end,
  characters: a.characters + b.characters,
  widest: a.widest + b.widest,
});
