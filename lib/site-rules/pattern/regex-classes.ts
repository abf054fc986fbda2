import { NAMED_SETS, PRINTABLE, printable, setOf, without } from '../characters.ts';

/** The escapes that stand for a set or a character, inside brackets and outside. */
const ESCAPES =
  /^\\(?:[dDwWsS]|p\{[A-Za-z_=]{1,40}\}|P\{[A-Za-z_=]{1,40}\}|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|[fnrtv0]|[^A-Za-z0-9])/;

/** The characters and the length of the escape at the beginning of `source`; undefined if it is unknown. */
export function escapeAt(source: string): { characters: string; length: number } | undefined {
  const found = ESCAPES.exec(source)?.[0];
  if (!found) return undefined;
  if (/^\\[^A-Za-z0-9]$/.test(found)) return { characters: setOf(found.slice(1)), length: 2 };
  try {
    // This is safe, because one escape of a known shape is matched against one character.
    const single = new RegExp(`^${found}$`, 'u');
    return { characters: printable((c) => single.test(c)), length: found.length };
  } catch {
    return undefined;
  }
}

/** An item of a class, which is one character or the set of an escape. */
interface Item {
  readonly characters: string;
  readonly isHyphen: boolean;
}

/**
 * The characters of a class, given without its brackets, as its author intended them. A range that runs
 * backwards, or over digits or letters that are listed besides (`0-9!-?`), counts as its three characters,
 * which are fewer. That is safe where they may or must occur. Where they must not (`exact`), such a range is
 * taken literally.
 */
export function classCharacters(inside: string, exact: boolean): string | undefined {
  const negated = inside.startsWith('^');
  const items = itemsOf(negated ? inside.slice(1) : inside);
  if (!items) return undefined;
  const characters = rangesOf(items, exact || negated);
  return negated ? without(PRINTABLE, characters) : setOf(characters);
}

function itemsOf(inside: string): Item[] | undefined {
  const items: Item[] = [];
  for (let at = 0; at < inside.length; ) {
    const character = inside[at] as string;
    const item =
      character === '\\' ? escapeAt(inside.slice(at, at + 50)) : { characters: character, length: 1 };
    if (!item) return undefined;
    items.push({ characters: item.characters, isHyphen: character === '-' });
    at += item.length;
  }
  return items;
}

function rangesOf(items: readonly Item[], exact: boolean): string {
  let characters = '';
  const listed = items.map((item) => item.characters);
  for (let i = 0; i < items.length; i++) {
    const [from, to] = [listed[i] as string, listed[i + 2]];
    const isRange = items[i + 1]?.isHyphen && from.length === 1 && to?.length === 1 && from <= to;
    const range = isRange ? printable((c) => c >= from && c <= to) : '';
    if (range && (exact || isIntendedRange(range, items))) {
      characters += range;
      i += 2;
    } else characters += from;
  }
  return characters;
}

/** Whether a range is intended. It is not if it runs over a whole class whose own range is listed besides. */
function isIntendedRange(range: string, items: readonly Item[]): boolean {
  const ranges = items.map(
    (item, i) => item.characters + (items[i + 1]?.characters ?? '') + (items[i + 2]?.characters ?? ''),
  );
  const classes = [
    ['0-9', 'digit'],
    ['A-Z', 'upper'],
    ['a-z', 'lower'],
  ] as const;
  return !classes.some(([written, name]) => {
    const whole = NAMED_SETS[name] as string;
    return range !== whole && range.includes(whole) && ranges.includes(written);
  });
}
