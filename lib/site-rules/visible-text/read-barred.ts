import { PRINTABLE, without } from '../characters.ts';
import type { TextBounds } from './text-bounds.ts';
import { classesFrom, isClass, isOf, isParted, type Token } from './token.ts';

/** Letters and digits, which a site bars seldom and misses often: “contains no digits” is an error. */
const BARRED = ['digit', 'upper', 'lower', 'letter'];
/** Articles and words for “and”. Any other word before a class narrows it, as in “accented letters”. */
const PLAIN =
  /^[\s,.:;、・()«»"'-]*(?:(?:any|the|and|ب|از|de|des|les|los|las|os|as|le|i|y|e|et|und|die|en|и|та|و|hoặc|và|dan|ve|は|や|と|も|을|를|은|는)\s*)?$/;
/** A sentence says what is demanded, not what it found, if it has one of these words. */
const DEMAND =
  /must|with|may|can|should|do not|don.?t|never|avoid|do[iv]|peu[tv]|utilis|deb|pued|us[ea]|dev|pu[òo]|pod[ei]|mag|moe|gebruik|darf|dürf|soll|muss|verwend|powin|może|nie woln|долж|мож|может|использ|следует|повин|викор|boleh|jangan|được|nên|dùng|يجب|يمكن|لا ت|نباید|نمی|不[能得可要]|请勿/;
/** Verbs that also tell what was found, as in “数字が含まれていません”. */
const FOUND = /含|포함|enthalt|içer|inclu|inval|ungült|不足/;

/**
 * Reads “8 to 12 letters or digits”, which may mean that nothing else may occur. Classes that the sentence
 * also names may.
 */
export function readCounted(tokens: readonly Token[], bounds: TextBounds): void {
  const isCounted = tokens.some(({ kind, value }, at) => {
    const next = tokens[at + 1];
    if (kind !== 'range' || value < 4 || !next || !isClass(next) || isParted(next)) return false;
    const kinds = tokens.slice(at + 1, classesFrom(tokens, at + 1).end).map((each) => each.kind);
    return ['letter', 'digit', 'or'].every((each) => kinds.includes(each as Token['kind']));
  });
  const named = tokens.map(({ characters }) => characters).join('');
  if (isCounted) bounds.unwanted.push(without(PRINTABLE, named));
}

/** Reads letters and digits that may not occur at all, as in “no digits” and “Capitals are not allowed”. */
export function readBarred(tokens: readonly Token[], bounds: TextBounds): void {
  if (tokens.some(({ kind }) => kind === 'only')) return;
  for (let at = 0; at < tokens.length; at++) {
    if (!isClass(tokens[at] as Token)) continue;
    const { classes, end } = classesFrom(tokens, at);
    const isAll = classes.every(({ gap }) => PLAIN.test(gap)) && classes.every((each) => isClass(each));
    if (isAll && (isRefusedBefore(tokens, at, end) || isRefusedAfter(tokens, at, end)))
      bounds.unwanted.push(
        ...classes.filter(({ kind }) => BARRED.includes(kind)).map(({ characters }) => characters),
      );
    at = end - 1;
  }
}

/** Whether no token was taken from between two. */
const isBeside = (a: Token | undefined, b: Token): a is Token =>
  a !== undefined && b.at - a.end === b.gap.length;

/** “No digits”, “must not contain any digits”, “No se permiten números”. */
function isRefusedBefore(tokens: readonly Token[], at: number, end: number): boolean {
  if (!isEnded(tokens, end)) return false;
  let from = at - 1;
  while (isOf(tokens[from], 'must') || isArticle(tokens, from)) from--;
  const refusal = tokens[from];
  const isTogether = (token: Token, i: number) =>
    isBeside(token, tokens[from + i + 1] as Token) && (i === 0 || PLAIN.test(token.gap));
  if (!refusal || !tokens.slice(from, at).every(isTogether)) return false;
  if (isParted(tokens[from + 1] as Token)) return false;
  if (refusal.kind === 'barred') return /\s|^不|^لا/.test(refusal.text) && !FOUND.test(refusal.text);
  if (refusal.kind !== 'no' || / be$/.test(refusal.text)) return false;
  const before = tokens[from - 1];
  if (from === at - 1 && !isOf(before, 'may', 'must'))
    return PLAIN.test(refusal.gap) || DEMAND.test(refusal.text);
  return DEMAND.test(
    tokens
      .slice(isOf(before, 'may', 'must') ? from - 1 : from, at)
      .map(({ text }) => text)
      .join(' '),
  );
}

const isArticle = (tokens: readonly Token[], at: number) =>
  tokens[at]?.kind === 'number' && tokens[at]?.value === 1 && isOf(tokens[at - 1], 'must');

/** Whether nothing follows that tells more of the classes, such as “in a row”. */
function isEnded(tokens: readonly Token[], end: number): boolean {
  const next = tokens[end];
  const isLast = end === tokens.length - 1;
  return (
    !next || isParted(next) || isOf(next, 'must', 'no', 'barred', 'or', ...(isLast ? ['may' as const] : []))
  );
}

/** “Digits are not allowed”. */
function isRefusedAfter(tokens: readonly Token[], at: number, end: number): boolean {
  const refusal = tokens[end];
  const before = tokens[at - 1];
  return (
    isOf(refusal, 'barred') &&
    isBeside(tokens[end - 1], refusal as Token) &&
    (refusal as Token).gap.trim().length <= 4 &&
    !FOUND.test((refusal as Token).text) &&
    (!before || isParted(tokens[at] as Token) || (isOf(before, 'must') && at === 1))
  );
}
