import { addLength, type TextBounds } from './text-bounds.ts';
import { distance, isBound, isNumber, type Token } from './token.ts';

/** The greatest distance between a number and a word that belongs to it, in characters. */
const NEAR = 30;

/** Reads lengths, that is, numbers beside “characters” or “length”, as minimums or maximums. */
export function readLengths(tokens: readonly Token[], bounds: TextBounds): void {
  const used = new Set<Token>();
  tokens.forEach((token, i) => {
    if (!isNumber(token) || !isLength(tokens, i, used)) return;
    if (token.kind === 'range') {
      if (token.value > token.upTo) return;
      addLength(bounds, 'minLength', token.value);
      addLength(bounds, 'maxLength', token.upTo);
      return;
    }
    const bound = boundOf(tokens, i, used);
    if (bound) used.add(bound);
    addBound(bounds, bound?.kind, token.value, bound ? isNegated(tokens, bound) : false);
  });
}

const near = (a: Token, b: Token | undefined): b is Token => b !== undefined && distance(a, b) <= NEAR;

/** Whether the number at `i` counts characters. */
function isLength(tokens: readonly Token[], i: number, used: ReadonlySet<Token>): boolean {
  const token = tokens[i] as Token;
  const [before, after, second] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  const isUnit = (other: Token | undefined) => near(token, other) && other.kind === 'length';
  if (isUnit(after) || (isBound(after) && isUnit(second))) return true;
  // “8-20 letters and digits” is a length, but “2 digits” is not.
  const isLong = token.value >= 6 || token.kind === 'range';
  if (isLong && near(token, after) && ['alphanumeric', 'letter'].includes(after.kind)) return true;
  if (
    after &&
    ['digit', 'special', 'upper', 'lower', 'letter', 'list'].includes(after.kind) &&
    distance(token, after) < 3
  )
    return false;
  if (isUnit(before) || (isBound(before) && isUnit(tokens[i - 2]))) return true;
  // “8 characters at least, 20 at most”, “Minimum length: 8”.
  const bound = boundOf(tokens, i, used);
  return (
    bound !== undefined &&
    (/len|läng|long|lung|tam|dług|длин|довж/.test(bound.text) || tokens.some(({ kind }) => kind === 'length'))
  );
}

/** The word before or after the number that makes it a minimum or maximum. */
function boundOf(tokens: readonly Token[], i: number, used: ReadonlySet<Token>): Token | undefined {
  const token = tokens[i] as Token;
  const free = (other: Token | undefined) =>
    isBound(other) && near(token, other) && !used.has(other) ? other : undefined;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  const [earlier, later] = [
    before?.kind === 'length' ? tokens[i - 2] : undefined,
    after?.kind === 'length' ? tokens[i + 2] : undefined,
  ];
  return free(before) ?? free(earlier) ?? free(after) ?? free(later);
}

/** Whether a bound is negated, as in “not longer than” and “shorter than 8 is not accepted”. */
function isNegated(tokens: readonly Token[], bound: Token): boolean {
  const at = tokens.indexOf(bound);
  return tokens[at - 1]?.kind === 'no' || tokens.slice(at).some(({ kind }) => kind === 'barred');
}

function addBound(
  bounds: TextBounds,
  kind: Token['kind'] | undefined,
  value: number,
  negated: boolean,
): void {
  if (kind === 'max') addLength(bounds, 'maxLength', value);
  else if (kind === 'over')
    addLength(bounds, negated ? 'maxLength' : 'minLength', negated ? value : value + 1);
  else if (kind === 'under')
    addLength(bounds, negated ? 'minLength' : 'maxLength', negated ? value : value - 1);
  else {
    // A number alone is a minimum, because lists of unmet requirements write it so.
    addLength(bounds, 'minLength', value);
    if (kind === 'exact') addLength(bounds, 'maxLength', value);
  }
}
