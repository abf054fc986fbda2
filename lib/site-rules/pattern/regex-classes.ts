import { intersection, NAMED_SETS, PRINTABLE, printable, setOf, without } from '../characters.ts';
import { charactersOf, escapeAt, matcherOf } from './regex-atoms.ts';
import { choice, type Regex, sequence } from './regex-syntax.ts';

/** The strings of a class, such as `\q{abc|d}`. */
const STRINGS = /\\q\{((?:\\u\{[^}]*\}|\\.|[^\\}])*)\}/gs;

/**
 * The class of a valid pattern, given with its brackets. It is as browsers read it, or narrower where that is
 * what its author intended. Where characters must not occur (`exact`), it is never narrower.
 */
export function classNode(source: string, exact: boolean, ignoresCase: boolean): Regex {
  const characters = charactersOf(source, ignoresCase);
  const strings = source.includes('\\q{') ? stringsIn(source, ignoresCase) : [];
  if (strings.length) return choice([...strings, { type: 'set', characters }]);
  const isPlain = !exact && !ignoresCase && !/.\[|--|&&|\\q/s.test(source);
  const intended = isPlain ? classCharacters(source.slice(1, -1), false) : PRINTABLE;
  return { type: 'set', characters: intersection(characters, intended) };
}

/** The strings in a class that are not one character, without those that the class takes away again. */
function stringsIn(source: string, ignoresCase: boolean): Regex[] {
  const matcher = matcherOf(source, ignoresCase);
  const texts = Array.from(source.matchAll(STRINGS), ([, inside = '']) => textsOf(inside)).flat();
  return texts
    .filter((text) => text.length !== 1 && matcher.test(text))
    .map((text) =>
      sequence(Array.from(text, (c) => ({ type: 'set', characters: ignoresCase ? bothCases(c) : c }))),
    );
}

const bothCases = (character: string) => setOf(character.toLowerCase() + character.toUpperCase());

/** The texts between the bars of `\q{}`, without the characters that cannot be printed. */
function textsOf(inside: string): string[] {
  const texts = [''];
  for (const { written, characters } of itemsOf(inside)) {
    if (written === '|') texts.push('');
    else texts[texts.length - 1] += setOf(characters);
  }
  return texts;
}

/** An item of a class, which is one character or the set of an escape. */
interface Item {
  /** The character as it is written, or the backslash of an escape. */
  readonly written: string;
  readonly characters: string;
}

/**
 * The characters of a class, given without its brackets, as its author intended them. A range that runs
 * backwards, or over digits or letters that are listed besides (`0-9!-?`), counts as its three characters,
 * which are fewer. That is safe where they may or must occur. Where they must not (`exact`), such a range is
 * taken literally.
 */
export function classCharacters(inside: string, exact: boolean): string {
  const negated = inside.startsWith('^');
  const items = itemsOf(negated ? inside.slice(1) : inside);
  const characters = rangesOf(items, exact || negated);
  return negated ? without(PRINTABLE, characters) : setOf(characters);
}

function itemsOf(inside: string): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < inside.length; ) {
    const written = inside[at] as string;
    const { characters, length } =
      written === '\\' ? escapeAt(inside, at) : { characters: written, length: 1 };
    items.push({ written, characters });
    at += length;
  }
  return items;
}

function rangesOf(items: readonly Item[], exact: boolean): string {
  let characters = '';
  const listed = items.map((item) => item.characters);
  for (let i = 0; i < items.length; i++) {
    const [from, to] = [listed[i] as string, listed[i + 2]];
    const isRange = items[i + 1]?.written === '-' && from.length === 1 && to?.length === 1 && from <= to;
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
