import { intersection, NAMED_SETS, setOf } from '../characters.ts';
import { RANGES } from './matcher.ts';
import { type NamedClass, requiredSets } from './required-sets.ts';
import type { TextBounds } from './text-bounds.ts';
import { distance, isClass, isNumber, isOf, isParted, type Token } from './token.ts';

const { lower = '', digit = '' } = NAMED_SETS;

/** Reads the classes of a sentence that must occur, that may not, and that are the only ones. */
export function readClasses(tokens: readonly Token[], bounds: TextBounds): void {
  const has = (...kinds: Token['kind'][]) => tokens.some(({ kind }) => kinds.includes(kind));
  if (isNotOnly(tokens)) return;
  const named = namedIn(tokens);
  bounds.barred += barredOf(named);
  const plain = named.filter(({ role }) => role === 'plain');
  readLists(tokens, named, bounds);
  if (isInventory(tokens, named))
    readOnly(
      named.filter(({ role }) => role !== 'barred'),
      bounds,
    );
  else if (has('only') || plain.some(({ token }) => token.kind === 'alphanumeric')) readOnly(plain, bounds);
  const isRequired = has('must', 'min');
  for (const characters of requiredSets(
    tokens,
    plain.filter(({ count }) => count !== undefined || (isRequired && !has('only'))),
  ))
    bounds.required.push(characters);
}

/** “Not only digits” requires other characters. */
function isNotOnly(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }, at) => {
    if (kind !== 'only') return false;
    const before = tokens.slice(0, at).findLast((token) => isClass(token) || token.kind === 'no');
    const after = tokens.slice(at + 1);
    const parted = after.findIndex((token) => isParted(token) || token.kind === 'may');
    const clause = parted < 0 ? after : after.slice(0, parted);
    return before?.kind === 'no' || clause.some((token) => token.kind === 'barred' || token.kind === 'no');
  });
}

/** The characters that may not occur. Of “the special characters % and &” only the list is meant. */
function barredOf(named: readonly NamedClass[]): string {
  return named
    .filter(({ role, token }, i) => {
      const next = named[i + 1]?.token;
      const isListed =
        token.kind === 'special' &&
        next?.kind === 'list' &&
        next.at - token.end < 4 &&
        !next.gap.includes('(') &&
        !/^\(/.test(next.text);
      return role === 'barred' && ['space', 'special', 'list'].includes(token.kind) && !isListed;
    })
    .map(({ token }) => token.widest)
    .join('');
}

/** Whether a sentence tells all characters that may occur, as in “Allowed: letters, digits and . _ -”. */
function isInventory(tokens: readonly Token[], named: readonly NamedClass[]): boolean {
  const has = (...kinds: Token['kind'][]) => tokens.some(({ kind }) => kinds.includes(kind));
  const isMixed =
    named.some(({ token }) => token.kind === 'letter') && named.some(({ token }) => token.kind === 'digit');
  // “You may use letters, digits and dots” has a verb that elsewhere requires.
  const isRequired = tokens
    .slice(0, tokens.findIndex(isClass))
    .some(({ kind }, i) => kind === 'must' && !(isMixed && isOf(tokens[i - 1], 'may')));
  if (!has('may') || isRequired || has('min', 'example', 'only')) return false;
  const hasList = named.some(({ token, role }) => token.kind === 'list' && role !== 'barred');
  const isHeading = tokens.some(({ kind }) => kind === 'length') && /[:：]/.test(named[0]?.token.gap ?? '');
  return hasList || isHeading;
}

function readOnly(plain: readonly NamedClass[], bounds: TextBounds): void {
  const all = setOf(plain.map(({ characters }) => characters).join(''));
  // Only symbols, or only uppercase letters, would be a misreading. “Allowed: ! @ #” is about symbols.
  if (all.length > 1 && plain.every(({ token }) => token.kind === 'list'))
    bounds.specials = setOf((bounds.specials ?? '') + all);
  else if (intersection(all, lower) || intersection(all, digit))
    bounds.only = bounds.only ? intersection(bounds.only, all) : all;
}

/** The classes of a sentence with their roles. */
function namedIn(tokens: readonly Token[]): NamedClass[] {
  const named: NamedClass[] = [];
  const isOnly = tokens.some(({ kind }) => kind === 'only');
  let role: NamedClass['role'] = 'plain';
  let seen = false;
  tokens.forEach((token, i) => {
    const { kind } = token;
    if (kind === 'no') [role, seen] = ['barred', false];
    else if (
      kind === 'may' &&
      (isOnly ||
        isOf(tokens[i - 1], 'no') ||
        isOf(tokens[i + 1], 'no', 'barred') ||
        isBarredBefore(tokens, i))
    )
      return;
    else if (kind === 'may' && tokens.slice(i).some(isClass)) [role, seen] = ['may', false];
    else if (
      (kind === 'barred' || kind === 'may') &&
      (isAhead(tokens, i) || !applyRoleBackwards(named, tokens, i, kind))
    )
      role = kind;
    else if (seen && isReset(tokens, i, role)) role = 'plain';
    if (!isClass(token)) return;
    const { characters } = token;
    seen = true;
    const before = kind === 'list' ? beforeList(tokens, i) : tokens[i - 1];
    // “A plan: Basic, Plus” has no plus sign.
    const isName = token.isNamed && before === tokens[i - 1];
    const isNear =
      before &&
      distance(before, token) <= (kind !== 'list' || isName ? 25 : 45) &&
      !(isName && isParted(token));
    const count = isNear && isNumber(before) ? before.value : undefined;
    // “50 %” is not a list.
    named.push({ token, characters, count: kind === 'list' && count !== 1 ? undefined : count, role });
  });
  return named;
}

/** “Nicht verwendet werden dürfen” is one verb. */
const isBarredBefore = (tokens: readonly Token[], at: number): boolean =>
  isOf(tokens[at - 1], 'barred') && tokens[at]?.gap === ' ';

/** Whether a word is about what follows, as in “Not allowed: !@#”. */
function isAhead(tokens: readonly Token[], at: number): boolean {
  const next = tokens[isBarredBefore(tokens, at + 1) ? at + 2 : at + 1];
  return next !== undefined && isClass(next) && (/[:：]/.test(next.gap) || next.text.startsWith(':'));
}

/** Whether something else is told from here on. “A space, a quote or a slash” goes on. */
function isReset(tokens: readonly Token[], at: number, role: NamedClass['role']): boolean {
  const token = tokens[at] as Token;
  // In Slavic languages “and” is among the words that require.
  if (token.kind === 'must') return token.text.length > 2;
  if (token.kind === 'min') return true;
  const next = tokens[at + 1];
  const goesOn = role === 'barred' && token.value === 1 && next && ['list', 'space'].includes(next.kind);
  return isNumber(token) && !goesOn;
}

/** The token before a list, without “of these characters”. */
const beforeList = (tokens: readonly Token[], at: number) =>
  tokens.slice(0, at).findLast(({ kind }) => kind !== 'following' && kind !== 'length');

/**
 * Gives a role to the classes before it, as in “Spaces and symbols are not allowed”, back to one with a
 * number. False if there are none.
 */
function applyRoleBackwards(
  named: NamedClass[],
  tokens: readonly Token[],
  at: number,
  role: 'barred' | 'may',
): boolean {
  let isApplied = false;
  // “It may a % not contain”, as German says it.
  const from = role === 'barred' && named.at(-1)?.role === 'may' ? 'may' : 'plain';
  for (let i = named.length - 1; i >= 0; i--) {
    const each = named[i] as NamedClass;
    const isSeparate = isApplied && each.count !== undefined;
    const isFar = tokens
      .slice(tokens.indexOf(each.token), at)
      .some(({ kind }) => kind === 'length' || kind === 'min');
    // “Symbols other than dots are not allowed” bars all symbols.
    if (each.role === 'barred' && role === 'barred') continue;
    if (each.role !== from || isSeparate || isFar) break;
    named[i] = { ...each, role, count: undefined };
    isApplied = true;
  }
  return isApplied;
}

/** Reads lists of the special characters that may occur. Lists of examples are ignored. */
function readLists(tokens: readonly Token[], named: readonly NamedClass[], bounds: TextBounds): void {
  named.forEach(({ token, characters, role, count }, i) => {
    const previous = named[i - 1];
    const isWritten = (Object.values(RANGES) as string[]).includes(previous?.token.text ?? '');
    const follows =
      previous && (previous.token.kind === 'special' || isWritten) && previous.role !== 'barred';
    const example = tokens[tokens.indexOf(token) - 1]?.kind === 'example';
    if (token.kind !== 'list' || role === 'barred' || example || !(follows || count !== undefined)) return;
    bounds.specials = setOf((bounds.specials ?? '') + characters);
  });
}
