import { intersection, NAMED_SETS, setOf, without } from '../characters.ts';
import { isNumber, type TextBounds } from './text-bounds.ts';
import { characterList, type Token } from './tokens.ts';

const { upper = '', lower = '', digit = '', special = '' } = NAMED_SETS;
const SETS: { readonly [kind: string]: string } = {
  upper,
  lower,
  digit,
  special: without(special, ' '),
  letter: upper + lower,
  alphanumeric: upper + lower + digit,
  space: ' ',
};

/** A class in a sentence. */
interface NamedClass {
  readonly token: Token;
  readonly characters: string;
  /** The number before it, if any. */
  readonly count: number | undefined;
  readonly role: 'plain' | 'barred' | 'may';
}

/** Reads the classes of a sentence that must occur, that may not, and that are the only ones. */
export function readClasses(tokens: readonly Token[], bounds: TextBounds): void {
  const has = (...kinds: Token['kind'][]) => tokens.some(({ kind }) => kinds.includes(kind));
  // “Not only digits” requires other characters.
  if (has('only') && has('no', 'barred')) return;
  const named = namedIn(tokens);
  bounds.barred += named
    .filter(({ role, token }) => role === 'barred' && ['space', 'special', 'list'].includes(token.kind))
    .map(({ characters }) => characters)
    .join('');
  const plain = named.filter(({ role }) => role === 'plain');
  readLists(tokens, named, bounds);
  if (has('only') || plain.some(({ token }) => token.kind === 'alphanumeric')) readOnly(plain, bounds);
  const isRequired = has('must', 'min');
  for (const characters of requiredSets(
    tokens,
    plain.filter(({ count }) => count !== undefined || (isRequired && !has('only'))),
  ))
    bounds.required.push(characters);
}

function readOnly(plain: readonly NamedClass[], bounds: TextBounds): void {
  const all = setOf(plain.map(({ characters }) => characters).join(''));
  // Only symbols, or only uppercase letters, would be a misreading.
  if (intersection(all, lower) || intersection(all, digit))
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
    else if (kind === 'may' && (isOnly || tokens[i - 1]?.kind === 'no')) return;
    else if (kind === 'may' && tokens.slice(i).some(isClass)) [role, seen] = ['may', false];
    else if ((kind === 'barred' || kind === 'may') && !applyRoleBackwards(named, tokens, i, kind))
      role = kind;
    else if (seen && (isNumber(token) || kind === 'min' || kind === 'must')) role = 'plain';
    if (!isClass(token)) return;
    const characters = kind === 'list' ? characterList(token.text) : (SETS[kind] as string);
    seen = true;
    const before = kind === 'list' ? beforeList(tokens, i) : tokens[i - 1];
    const count = isNumber(before) ? before.value : undefined;
    // “50 %” is not a list.
    named.push({ token, characters, count: kind === 'list' && count !== 1 ? undefined : count, role });
  });
  return named;
}

/** The token before a list, without “of these characters”. */
const beforeList = (tokens: readonly Token[], at: number) =>
  tokens.slice(0, at).findLast(({ kind }) => kind !== 'following' && kind !== 'length');

const isClass = ({ kind }: Token): boolean => kind === 'list' || Object.hasOwn(SETS, kind);

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
  for (let i = named.length - 1; i >= 0; i--) {
    const each = named[i] as NamedClass;
    const isSeparate = isApplied && each.count !== undefined;
    const isFar = tokens
      .slice(tokens.indexOf(each.token), at)
      .some(({ kind }) => kind === 'length' || kind === 'min');
    if (each.role !== 'plain' || isSeparate || isFar) break;
    named[i] = { ...each, role, count: undefined };
    isApplied = true;
  }
  return isApplied;
}

/** Reads lists of the special characters that may occur. Lists of examples are ignored. */
function readLists(tokens: readonly Token[], named: readonly NamedClass[], bounds: TextBounds): void {
  named.forEach(({ token, characters, role, count }, i) => {
    const follows = named[i - 1]?.token.kind === 'special' && named[i - 1]?.role !== 'barred';
    const example = tokens[tokens.indexOf(token) - 1]?.kind === 'example';
    if (token.kind !== 'list' || role === 'barred' || example || !(follows || count !== undefined)) return;
    bounds.specials = setOf((bounds.specials ?? '') + characters);
  });
}

/** The required sets: a class by itself, or several joined by “or”. */
function requiredSets(
  tokens: readonly Token[],
  named: readonly NamedClass[],
): { characters: string; min: number }[] {
  const sets: { characters: string; min: number; hasCount: boolean }[] = [];
  const following = tokens.findIndex(({ kind }) => kind === 'following');
  const number = tokens[following - 1];
  const chosen = isNumber(number) ? number.value : undefined;
  for (const { token, characters, count } of named) {
    const at = tokens.indexOf(token);
    const last = sets.at(-1);
    const joins = chosen === 1 && at > following + 1 && sets.length > 0;
    const linked = tokens[at - 1]?.kind === 'or' || (count !== undefined && tokens[at - 2]?.kind === 'or');
    if (token.kind === 'list' && last && isWithinSpecial(last.characters) && !linked)
      sets[sets.length - 1] = { ...last, characters };
    else if (last && (joins || (linked && !(chosen && chosen > 1)))) join(sets, characters);
    else if ((count ?? 1) <= 5 && token.kind !== 'space' && (token.kind !== 'list' || count !== undefined))
      sets.push({ characters, min: Math.max(1, count ?? 1), hasCount: count !== undefined });
  }
  return sets.map(({ characters, min }) => ({ characters: setOf(characters), min }));
}

const isWithinSpecial = (characters: string) => !without(characters, special);

/** Joins characters to the last sets, back to one with a number, as in “a digit, a letter or a sign”. */
function join(sets: { characters: string; min: number; hasCount: boolean }[], added: string): void {
  let characters = added;
  for (;;) {
    const last = sets.pop();
    if (!last) return void sets.push({ characters, min: 1, hasCount: true });
    characters += last.characters;
    if (last.hasCount) return void sets.push({ ...last, characters });
  }
}
