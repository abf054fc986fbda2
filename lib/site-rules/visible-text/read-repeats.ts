import { PRINTABLE, setOf } from '../characters.ts';
import { smallest } from '../extremes.ts';
import type { TextBounds } from './text-bounds.ts';
import { isBound, isClass, isNumber, isOf, isParted, type Token } from './token.ts';

const ABOUT = ['unique', 'sequence', 'times', 'row', 'same'];
const LEADING = [
  'no',
  'barred',
  'may',
  'must',
  'only',
  'min',
  'max',
  'over',
  'under',
  'exact',
  'length',
  'or',
];

/** A clause about repeated characters, runs or sequences, by the indexes of its tokens. */
interface Clause {
  readonly from: number;
  readonly to: number;
  /** The index of its number. */
  readonly number: number | undefined;
}

/**
 * Reads the longest run of a character or class, how often a character may occur, and the longest sequence.
 * Returns the tokens that are about something else.
 */
export function readRepeats(tokens: readonly Token[], bounds: TextBounds): readonly Token[] {
  const about = tokens.findIndex(({ kind }) => ABOUT.includes(kind));
  if (about < 0) return tokens;
  const clause = clauseAt(tokens, about);
  const inside = tokens.slice(clause.from, clause.to);
  const most = mostOf(tokens, clause, inside);
  if (most !== undefined && most >= 1 && most <= 10) addRepeats(inside, most, bounds);
  return [...tokens.slice(0, clause.from), ...readRepeats(tokens.slice(clause.to), bounds)];
}

function clauseAt(tokens: readonly Token[], about: number): Clause {
  const to = endOfClause(tokens, about);
  const number = numberBefore(tokens, about) ?? numberAfter(tokens, about, to);
  let from = Math.min(about, number ?? about);
  const isLeading = (token: Token | undefined) =>
    token &&
    (LEADING.includes(token.kind) || (isClass(token) && !isNumber(tokens[tokens.indexOf(token) - 1])));
  while (
    from > 0 &&
    isLeading(tokens[from - 1]) &&
    !isParted(tokens[from] as Token) &&
    !endsLength(tokens, from - 1, number)
  )
    from--;
  return { from, to, number };
}

/** Whether a word ends a length before the clause, as in “8 characters at least and no repeats”. */
function endsLength(tokens: readonly Token[], at: number, number: number | undefined): boolean {
  const unit = isBound(tokens[at]) && at + 1 !== number ? at - 1 : at;
  return isOf(tokens[unit], 'length') && isNumber(tokens[unit - 1]);
}

/** The clause ends where a comma comes before something else that is told. */
function endOfClause(tokens: readonly Token[], about: number): number {
  const isNew = (token: Token, i: number) =>
    isParted(token) &&
    (isBound(token) || isOf(token, 'number', 'range', 'must', 'no')) &&
    !tokens.slice(i, i + 4).some(({ kind }) => ABOUT.includes(kind));
  const next = tokens.findIndex((token, i) => i > about && isNew(token, i));
  return next < 0 ? tokens.length : next;
}

/** The number before, unless it counts something else or a comma comes between. */
function numberBefore(tokens: readonly Token[], about: number): number | undefined {
  for (let i = about - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'number' && token.value <= 10) return isLength(tokens, i, about) ? undefined : i;
    if (isNumber(token) || isParted(tokens[i + 1] as Token)) return;
  }
}

/** “8 characters and no repeats” counts the length. “2 characters in a row” does not. */
const isLength = (tokens: readonly Token[], i: number, about: number): boolean =>
  tokens[i + 1]?.kind === 'length' &&
  about > i + 2 + (isBound(tokens[i + 2]) ? 1 : 0) &&
  tokens[i - 1]?.kind !== 'over';

function numberAfter(tokens: readonly Token[], about: number, to: number): number | undefined {
  const at = tokens.findIndex(
    ({ kind, value }, i) => i > about && i < to && kind === 'number' && value <= 10,
  );
  return at < 0 ? undefined : at;
}

/** How many a clause admits; undefined if it forbids nothing. */
function mostOf(tokens: readonly Token[], { number }: Clause, inside: readonly Token[]): number | undefined {
  const has = (...kinds: Token['kind'][]) => inside.some(({ kind }) => kinds.includes(kind));
  if (has('unique')) return number === undefined ? 1 : undefined;
  const value = number === undefined ? undefined : (tokens[number] as Token).value;
  const isForbidden = has('no', 'barred');
  if (value === undefined) {
    if (!isForbidden) return;
    return has('sequence') && inside.some(({ kind, text }) => kind === 'sequence' && isExample(text)) ? 2 : 1;
  }
  // “More than 2” allows two, “3 or more” forbids three, “only once” allows one.
  if (has('over', 'max') || (has('only') && has('times') && !isForbidden))
    return has('over') && !isForbidden && !has('max') ? undefined : value;
  if (has('under')) return isForbidden ? undefined : value - 1;
  return isForbidden ? Math.max(value - 1, 1) : undefined;
}

const isExample = (text: string) => /abc|123|xyz|cba|321|987|qwe/.test(text);

function addRepeats(inside: readonly Token[], most: number, bounds: TextBounds): void {
  const has = (kind: Token['kind']) => inside.some((token) => token.kind === kind);
  const classes = inside.filter(
    ({ kind }) => isClass({ kind } as Token) && kind !== 'space' && kind !== 'list',
  );
  const characters = setOf(classes.map((token) => token.characters).join('')) || PRINTABLE;
  const isRow = has('row');
  const isSame = has('same') || has('unique') || (has('times') && !(isRow && classes.length > 0));
  if (has('sequence') || (isRow && !isSame && classes.length === 0))
    bounds.maxSequential = smallest([most, bounds.maxSequential]);
  if (isRow && !isSame && !has('sequence') && classes.length > 0) bounds.runs.push({ characters, max: most });
  else if (isSame || (isRow && classes.length === 0))
    bounds.maxConsecutive = smallest([most, bounds.maxConsecutive]);
  // Without “in a row” a site may mean repeats anywhere.
  if (isSame && !isRow) bounds.repeats.push({ characters, max: most });
}
