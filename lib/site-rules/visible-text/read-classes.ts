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

/** A class that a sentence names. */
interface Named {
  readonly token: Token;
  readonly characters: string;
  /** Whether a number stands before it, and which. */
  readonly count: number | undefined;
  readonly role: 'plain' | 'barred' | 'may';
}

/** Reads the classes of a sentence: which must occur, which may not, and which are the only ones. */
export function readClasses(tokens: readonly Token[], bounds: TextBounds): void {
  const has = (...kinds: Token['kind'][]) => tokens.some(({ kind }) => kinds.includes(kind));
  // “not only of digits” asks for something else.
  if (has('only') && has('no', 'barred')) return;
  const named = namedIn(tokens);
  bounds.barred += named
    .filter(({ role, token }) => role === 'barred' && ['space', 'special', 'list'].includes(token.kind))
    .map(({ characters }) => characters)
    .join('');
  const plain = named.filter(({ role }) => role === 'plain');
  readLists(tokens, named, bounds);
  if (has('only') || plain.some(({ token }) => token.kind === 'alphanumeric')) readOnly(plain, bounds);
  const isAsked = has('must', 'min');
  for (const characters of choices(
    tokens,
    plain.filter(({ count }) => count !== undefined || (isAsked && !has('only'))),
  ))
    bounds.required.push(characters);
}

function readOnly(plain: readonly Named[], bounds: TextBounds): void {
  const all = setOf(plain.map(({ characters }) => characters).join(''));
  // One kind of special characters alone, or of letters of one case, is a sentence misread.
  if (intersection(all, lower) || intersection(all, digit))
    bounds.only = bounds.only ? intersection(bounds.only, all) : all;
}

/** The classes with their roles. A list after special characters tells which. */
function namedIn(tokens: readonly Token[]): Named[] {
  const named: Named[] = [];
  const isOnly = tokens.some(({ kind }) => kind === 'only');
  let role: Named['role'] = 'plain';
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
    // “50 %” is no list.
    named.push({ token, characters, count: kind === 'list' && count !== 1 ? undefined : count, role });
  });
  return named;
}

/** What stands before a list, less “of these characters”. */
const beforeList = (tokens: readonly Token[], at: number) =>
  tokens.slice(0, at).findLast(({ kind }) => kind !== 'following' && kind !== 'length');

const isClass = ({ kind }: Token): boolean => kind === 'list' || Object.hasOwn(SETS, kind);

/** “Spaces and symbols are not allowed”: turns the classes before, back to one with its own number; whether there are any. */
function applyRoleBackwards(
  named: Named[],
  tokens: readonly Token[],
  at: number,
  role: 'barred' | 'may',
): boolean {
  let turned = false;
  for (let i = named.length - 1; i >= 0; i--) {
    const each = named[i] as Named;
    const isApart = turned && each.count !== undefined;
    const isFar = tokens
      .slice(tokens.indexOf(each.token), at)
      .some(({ kind }) => kind === 'length' || kind === 'min');
    if (each.role !== 'plain' || isApart || isFar) break;
    named[i] = { ...each, role, count: undefined };
    turned = true;
  }
  return turned;
}

/** Lists that say which special characters there are. Examples do not. */
function readLists(tokens: readonly Token[], named: readonly Named[], bounds: TextBounds): void {
  named.forEach(({ token, characters, role, count }, i) => {
    const follows = named[i - 1]?.token.kind === 'special' && named[i - 1]?.role !== 'barred';
    const example = tokens[tokens.indexOf(token) - 1]?.kind === 'example';
    if (token.kind !== 'list' || role === 'barred' || example || !(follows || count !== undefined)) return;
    bounds.specials = setOf((bounds.specials ?? '') + characters);
  });
}

/** The sets of which one must occur each: classes by themselves, or together where “or” stands between them. */
function choices(tokens: readonly Token[], asked: readonly Named[]): { characters: string; min: number }[] {
  const sets: { characters: string; min: number; own: boolean }[] = [];
  const following = tokens.findIndex(({ kind }) => kind === 'following');
  const number = tokens[following - 1];
  const chosen = isNumber(number) ? number.value : undefined;
  for (const { token, characters, count } of asked) {
    const at = tokens.indexOf(token);
    const last = sets.at(-1);
    const joins = chosen === 1 && at > following + 1 && sets.length > 0;
    const linked = tokens[at - 1]?.kind === 'or' || (count !== undefined && tokens[at - 2]?.kind === 'or');
    if (token.kind === 'list' && last && isWithinSpecial(last.characters) && !linked)
      sets[sets.length - 1] = { ...last, characters };
    else if (last && (joins || (linked && !(chosen && chosen > 1)))) join(sets, characters);
    else if ((count ?? 1) <= 5 && token.kind !== 'space' && (token.kind !== 'list' || count !== undefined))
      sets.push({ characters, min: Math.max(1, count ?? 1), own: count !== undefined });
  }
  return sets.map(({ characters, min }) => ({ characters: setOf(characters), min }));
}

const isWithinSpecial = (characters: string) => !without(characters, special);

/** Adds the characters to the last sets, back to the one that has a number of its own: “a digit, a letter or a sign”. */
function join(sets: { characters: string; min: number; own: boolean }[], added: string): void {
  let characters = added;
  for (;;) {
    const last = sets.pop();
    if (!last) return void sets.push({ characters, min: 1, own: true });
    characters += last.characters;
    if (last.own) return void sets.push({ ...last, characters });
  }
}
