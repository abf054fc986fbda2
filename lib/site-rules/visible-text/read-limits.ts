import { setOf } from '../characters.ts';
import type { TextBounds } from './text-bounds.ts';
import { classesFrom, isBound, isClass, isNumber, isOf, isParted, type Token } from './token.ts';

/** A number with the classes that it counts, by the indexes of the tokens. */
interface Count {
  readonly number: number;
  readonly classes: readonly [number, number];
  /** The first index, and the index after the last. */
  readonly from: number;
  readonly to: number;
}

/** At least and at most so many. */
interface Interval {
  readonly min: number;
  readonly max?: number;
}

/** Words that make a minimum of a number, as in “not fewer than 2”, and would bar its classes without it. */
const NEGATABLE: readonly Token['kind'][] = ['over', 'under', 'max', 'no', 'barred'];

/**
 * Reads upper limits and exact numbers of classes, as in “at most 2 digits”. Returns the other tokens, among
 * them minimums, of which “more than 2” becomes 3.
 */
export function readLimits(tokens: readonly Token[], bounds: TextBounds): readonly Token[] {
  let rest = tokens;
  let wasLimit = false;
  for (let i = 0; i < rest.length; i++) {
    if (!isNumber(rest[i])) continue;
    const count = countAt(rest, i);
    if (!count) continue;
    const interval = intervalOf(rest, count, wasLimit);
    wasLimit = interval?.max !== undefined;
    if (!interval) continue;
    const { min, max } = interval;
    if (max === undefined) {
      rest = rest.with(i, { ...(rest[i] as Token), value: min });
      rest = rest.filter(
        (token, at) => !(NEGATABLE.includes(token.kind) && at >= count.from && at < count.to),
      );
      continue;
    }
    const after = rest[count.to];
    // “Special characters (max. 2): !@#”.
    const to = isOf(after, 'list') && /^\)?:/.test((after as Token).text) ? count.to + 1 : count.to;
    const classes = [...rest.slice(...count.classes), ...rest.slice(count.to, to)];
    addLimit(classes.filter(isClass), min, max, bounds);
    rest = [...rest.slice(0, count.from), ...rest.slice(to)];
    i = count.from - 1;
  }
  return rest;
}

function addLimit(classes: readonly Token[], min: number, max: number, bounds: TextBounds): void {
  const characters = setOf(classes.map((token) => token.characters).join(''));
  bounds.limited.push({ characters, max });
  // “Up to 2 of !@#” also means that no other sign is used.
  const listed = setOf(classes.map(({ kind, characters }) => (kind === 'list' ? characters : '')).join(''));
  if (classes.every(({ kind }) => kind === 'list' || kind === 'special') && listed.length > 1)
    bounds.specials = setOf((bounds.specials ?? '') + listed);
  if (min > 0 && classes.some(({ kind }) => kind !== 'space')) bounds.required.push({ characters, min });
}

/** The classes that a number counts, after it or else before it. */
function countAt(tokens: readonly Token[], number: number): Count | undefined {
  const classes = classesAfter(tokens, number) ?? classesBefore(tokens, number);
  // “Save up to 20 %”.
  const isShare = isOf(tokens[classes?.[0] ?? -1], 'list') && (tokens[number] as Token).value >= 10;
  if (!classes || isShare || isLength(tokens, number, classes)) return;
  const first = Math.min(number, classes[0]);
  const last = Math.max(number + 1, classes[1]);
  return {
    number,
    classes,
    from: startOf(tokens, first, classes[0] < number),
    to: endOf(tokens, last, classes[0] < number),
  };
}

/** The first of the words that lead to a count, with the minimum of “at least 1 and at most 3 digits”. */
function startOf(tokens: readonly Token[], first: number, isLater: boolean): number {
  let from = first;
  while (from > 0 && isLeading(tokens, from - 1)) from--;
  if (from > 0 && isOf(tokens[from - 1], 'number') && (isBound(tokens[from]) || isLater)) {
    if (!isParted(tokens[from] as Token)) from--;
    if (isOf(tokens[from - 1], 'min')) from--;
  }
  return from;
}

/** The index after the words that end a count. */
function endOf(tokens: readonly Token[], last: number, isLater: boolean): number {
  let to = last;
  const isNear = (...kinds: Token['kind'][]) => isOf(tokens[to], ...kinds) && !isParted(tokens[to] as Token);
  if (isLater && isNear('length')) to++;
  while (
    (isBound(tokens[to]) && isNear((tokens[to] as Token).kind) && !isNumberNear(tokens, to + 1)) ||
    (isLater && isNear('only'))
  )
    to++;
  if (isNear('barred') && tokens.slice(0, to).some(isBound)) to++;
  return to;
}

const isNumberNear = (tokens: readonly Token[], at: number): boolean =>
  isNumber(tokens[at]) && !isParted(tokens[at] as Token);

const isLeading = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at] as Token;
  return (
    !isParted(tokens[at + 1] as Token) &&
    (isBound(token) ||
      isOf(token, 'no', 'may', 'must', 'only') ||
      (isOf(token, 'barred') && !tokens.slice(0, at).some(isClass)))
  );
};

/** The classes after a number: “2 digits”, “2 or fewer digits”. */
function classesAfter(tokens: readonly Token[], number: number): readonly [number, number] | undefined {
  let at = number + 1;
  while (at < number + 4 && isSkipped(tokens[at]) && !isParted(tokens[at] as Token)) at++;
  const token = tokens[at];
  if (!token || !isClass(token) || isParted(token) || token.gap.length > 25 || /^\)[:,]/.test(token.text))
    return;
  const { end } = classesFrom(tokens, at);
  // “2 symbols from these: !@#”.
  const isListed = tokens[end - 1]?.kind === 'special' && isOf(tokens[end], 'following');
  return [at, isListed && isOf(tokens[end + 1], 'list') ? end + 2 : end];
}

const isSkipped = (token: Token | undefined): token is Token =>
  isBound(token) || isOf(token, 'length', 'following', 'or', 'only');

/** The classes before a number: “Digits: at most 2”, “at least one digit, but no more than three”. */
function classesBefore(tokens: readonly Token[], number: number): readonly [number, number] | undefined {
  const isLimit =
    isOf(tokens[number - 1], 'max', 'under') ||
    tokens.slice(number + 1, number + 3).some((token) => isOf(token, 'max', 'under'));
  const isBetween = (token: Token | undefined) =>
    isBound(token) ||
    isOf(token, 'length', 'may', 'only', 'must', 'no') ||
    (isLimit && isOf(token, 'number'));
  let at = number - 1;
  while (at > number - 6 && isBetween(tokens[at])) at--;
  const token = tokens[at];
  if (!token || !isClass(token)) return;
  return [at, at + 1];
}

/** Whether a number rather counts all characters of a password. */
function isLength(tokens: readonly Token[], number: number, [first]: readonly [number, number]): boolean {
  const { kind, value, upTo } = tokens[number] as Token;
  const most = kind === 'range' ? upTo : value;
  const isWide = ['letter', 'alphanumeric'].includes((tokens[first] as Token).kind);
  const isUnit = tokens[number + 1]?.kind === 'length';
  const isLater = first < number;
  return most >= 6 && (isWide || isUnit || isLater);
}

/** How many of the classes a count admits; undefined if it is a minimum that other readers take as it is. */
function intervalOf(tokens: readonly Token[], count: Count, wasLimit: boolean): Interval | undefined {
  const { kind, value, upTo } = tokens[count.number] as Token;
  const inside = tokens.slice(count.from, count.to);
  const bound = boundOf(tokens, count);
  const has = (...kinds: Token['kind'][]) => inside.some((token) => kinds.includes(token.kind));
  const isNegated = has('no', 'barred') || isBarredAfter(tokens, count.to);
  if (kind === 'range') return isNegated ? undefined : { min: value, max: upTo };
  if (bound === 'max')
    return isNegated && has('barred')
      ? { min: value + 1 }
      : { min: minimumIn(inside, tokens[count.number] as Token), max: value };
  if (bound === 'over') return isNegated ? { min: 0, max: value } : { min: value + 1 };
  if (bound === 'under') return isNegated ? { min: value } : { min: 0, max: value - 1 };
  if (bound === 'min') return isNegated ? { min: 0, max: value - 1 } : undefined;
  if (isNegated) return;
  if (bound === 'exact' || has('only') || (wasLimit && !isParted(tokens[count.from] as Token)))
    return { min: value, max: value };
}

/** The word that bounds the number: before it, unless that belongs to the number before, or after it. */
function boundOf(tokens: readonly Token[], { number, from, to }: Count): Token['kind'] | undefined {
  const before = tokens.slice(from, number).findLast(isBound);
  const after = tokens.slice(number + 1, to).find(isBound);
  const earlier = tokens[number - 2]?.kind === 'length' ? tokens[number - 3] : tokens[number - 2];
  const isTaken = after && isBound(tokens[number - 1]) && isNumber(earlier);
  return ((isTaken ? undefined : before) ?? after)?.kind;
}

/** The other number of “at least 1 and at most 3 digits”. */
const minimumIn = (inside: readonly Token[], number: Token): number =>
  inside.find((token) => token.kind === 'number' && token !== number)?.value ?? 0;

/** Whether what was counted is then refused, as in “3 or more digits are not allowed”. */
const isBarredAfter = (tokens: readonly Token[], to: number): boolean => tokens[to]?.kind === 'barred';
