import { intersection, NAMED_SETS, PRINTABLE, setOf, without } from '../characters.ts';
import type { TextBounds } from './text-bounds.ts';
import { classesFrom, isClass, isOf, isParted, type Token } from './token.ts';

const { lower: LETTERS = '' } = NAMED_SETS;

const FIRST = ['first', 'begun'];
const ENDS = [...FIRST, 'last', 'ended'];
const isEnd = (token: Token | undefined): token is Token => Boolean(token && ENDS.includes(token.kind));

/** Words between what the sentence says about an end and its classes. */
const LINKS = ['must', 'no', 'barred', 'may', 'only', 'following', 'length', 'or', 'example'];
const isLink = (token: Token | undefined): token is Token =>
  Boolean(token && (LINKS.includes(token.kind) || (token.kind === 'number' && token.value === 1)));

/** A statement about the first or last character, by the indexes of its tokens. */
interface Statement {
  /** The words such as “begin or end”. */
  readonly words: readonly [number, number];
  /** The classes that it names. */
  readonly classes: readonly [number, number];
}

/** Reads what may come first and last. Returns the tokens that are about something else. */
export function readEnds(tokens: readonly Token[], bounds: TextBounds, negated = /$^/): readonly Token[] {
  let rest = tokens;
  for (let from = rest.findIndex(isEnd); from >= 0; from = rest.findIndex(isEnd)) {
    const words = [from, endOfWords(rest, from)] as const;
    const classes = classesAt(rest, words);
    const left = Math.min(from, classes?.[0] ?? from);
    const start = classes ? startOf(rest, left) : from;
    let end = Math.max(words[1], classes?.[1] ?? 0);
    if (classes) {
      // “Digits are not allowed at the start”, and “Digits at the start are not allowed”.
      while (['barred', 'may', 'only'].includes(rest[end]?.kind ?? '') && !isParted(rest[end] as Token))
        end++;
      readStatement(rest, { words, classes }, rest.slice(start, end), bounds, negated);
    }
    rest = [...rest.slice(0, start), ...rest.slice(end)];
  }
  return rest;
}

/** The index after words such as “first and last” or “begin or end”. */
function endOfWords(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  for (let i = end; i < tokens.length && i < end + 3; i++) {
    if (isEnd(tokens[i])) end = i + 1;
    else if (!['or', 'no', 'length', 'must'].includes((tokens[i] as Token).kind)) break;
  }
  return end;
}

/** The classes of the words for an end: those after, or those before a verb that ends a clause. */
function classesAt(tokens: readonly Token[], [from, end]: readonly [number, number]) {
  const after = classesAfter(tokens, end);
  const before = classesBefore(tokens, from);
  const isFinal = ['begun', 'ended'].includes((tokens[from] as Token).kind);
  // “Beginnt nicht mit einer Zahl” is a main clause.
  const isMain = isOf(tokens[end], 'no', 'must') && /^\s$/.test((tokens[end] as Token).gap);
  return isFinal && !isMain ? (before ?? after) : (after ?? before);
}

function classesAfter(tokens: readonly Token[], end: number): readonly [number, number] | undefined {
  let at = end;
  while (isLink(tokens[at]) && at < end + 4 && !isParted(tokens[at] as Token)) at++;
  const token = tokens[at];
  if (!token || !isClass(token) || isParted(token) || token.gap.length > 25) return;
  const { end: to } = classesFrom(tokens, at);
  // The next statement may have its classes before it.
  return isEnd(tokens[to]) && ['begun', 'ended'].includes((tokens[to] as Token).kind) ? undefined : [at, to];
}

function classesBefore(tokens: readonly Token[], from: number): readonly [number, number] | undefined {
  let at = from - 1;
  while (isLink(tokens[at]) && at > from - 4) at--;
  const token = tokens[at];
  if (!token || !isClass(token)) return;
  const to = at + 1;
  for (let i = at - 1; i >= 0 && (isLink(tokens[i]) || isClass(tokens[i] as Token)); i--)
    if (isClass(tokens[i] as Token) && classesFrom(tokens, i).end >= to) at = i;
  return [at, to];
}

/** The index of the first of the words such as “must not” that lead to a statement. */
function startOf(tokens: readonly Token[], from: number): number {
  let start = from;
  while (
    isLink(tokens[start - 1]) &&
    !['or', 'length', 'example'].includes((tokens[start - 1] as Token).kind)
  )
    start--;
  return start;
}

function readStatement(
  tokens: readonly Token[],
  { words, classes }: Statement,
  statement: readonly Token[],
  bounds: TextBounds,
  negated: RegExp,
): void {
  const has = (...kinds: Token['kind'][]) => statement.some(({ kind }) => kinds.includes(kind));
  const named = tokens.slice(...classes).filter(isClass);
  const ends = tokens.slice(...words).filter(isEnd);
  const isBarred = has('no', 'barred') || ends.some(({ text }) => negated.test(text));
  // What a password may begin with is no bound, unless it may only do so. “Its first character may be a
  // letter” says this of any other character too.
  const isPlace = tokens.slice(words[1], classes[0]).some(({ kind }) => kind === 'may');
  const isFull = isPlace && named.some(({ characters }) => intersection(characters, LETTERS));
  if (!isBarred && has('may') && !has('only') && !isFull) return;
  if (isBarred && has('only')) return;
  const widest = setOf(named.map((token) => token.widest).join(''));
  const characters = setOf(named.map((token) => token.characters).join(''));
  const refused = isBarred ? widest : without(PRINTABLE, characters);
  if (ends.some(({ kind }) => FIRST.includes(kind))) bounds.notFirst = added(bounds.notFirst, refused);
  if (ends.some(({ kind }) => !FIRST.includes(kind))) bounds.notLast = added(bounds.notLast, refused);
}

/** Both sets, unless nothing or only the space would be left, as after “leading spaces are removed”. */
function added(known = '', refused: string): string {
  const all = setOf(known + refused);
  return intersection(without(PRINTABLE, all), without(PRINTABLE, ' ')) ? all : known;
}
