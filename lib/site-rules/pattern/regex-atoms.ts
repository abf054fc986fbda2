import { printable, setOf } from '../characters.ts';

/** An escape that stands for a set or a character, inside brackets or outside, or a backslash at the end. */
const ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|.?)/suy;

/** A part of a pattern that matches one character, anchored, as browsers compile it. */
export const matcherOf = (atom: string, ignoresCase: boolean): RegExp =>
  new RegExp(`^(?:${atom})$`, ignoresCase ? 'iv' : 'v');

/**
 * The printable characters that a character, an escape or a class matches, as the engine itself says. This is
 * safe, because it matches one character at a time. Throws if the engine does not know the escape.
 */
export function charactersOf(atom: string, ignoresCase: boolean): string {
  const single = matcherOf(atom, ignoresCase);
  return printable((c) => single.test(c));
}

/** The characters and the length of the escape at a position. Throws if the engine does not know it. */
export function escapeAt(source: string, at: number, ignoresCase = false) {
  ESCAPE.lastIndex = at;
  const [found] = ESCAPE.exec(source) as RegExpExecArray;
  if (/^\\[^A-Za-z0-9]$/.test(found)) return { characters: setOf(found.slice(1)), length: 2 };
  return { characters: charactersOf(found, ignoresCase), length: found.length };
}
