import { PRINTABLE } from '../characters.ts';
import type { PatternDfa } from '../rule.ts';
import { type Term, Terms, TooComplex, termOf } from './derivatives.ts';
import type { Regex } from './regex-syntax.ts';

/** States of a pattern above this are given up; patterns in use have under a hundred. */
const MAX_STATES = 600;

/** The machine of a pattern that must match the whole password; nothing where it would be too large. */
export function patternDfa(regex: Regex): PatternDfa | undefined {
  try {
    const terms = new Terms();
    return explore(termOf(regex, terms.empty, terms), terms, kindsOf(regex));
  } catch {
    // `TooComplex`; and a pattern so deep that the stack has no room for it is too complex as well.
    return undefined;
  }
}

/** Every set of the pattern. */
function setsOf(node: Regex): string[] {
  if (node.type === 'set') return [node.characters];
  if (node.type === 'sequence') return node.parts.flatMap(setsOf);
  if (node.type === 'choice') return node.options.flatMap(setsOf);
  return node.type === 'repeat' || node.type === 'look' ? setsOf(node.of) : [];
}

/** Numbers the characters so that those which no set tells apart have one number. */
function kindsOf(regex: Regex): number[] {
  const sets = [...new Set(setsOf(regex))];
  const kinds = new Map<string, number>();
  return [...PRINTABLE].map((character) => {
    const sign = sets.map((set) => Number(set.includes(character))).join('');
    const kind = kinds.get(sign) ?? kinds.size;
    kinds.set(sign, kind);
    return kind;
  });
}

function explore(start: Term, terms: Terms, kinds: readonly number[]): PatternDfa {
  const letters = [...new Set(kinds)].map((kind) => PRINTABLE[kinds.indexOf(kind)] as string);
  const states = [start];
  const numbers = new Map([[start, 0]]);
  const next: number[][] = [];
  for (const state of states) {
    const row = letters.map((letter) => {
      const after = terms.derive(state, letter);
      const number = numbers.get(after) ?? states.push(after) - 1;
      if (number > MAX_STATES) throw new TooComplex();
      numbers.set(after, number);
      return number;
    });
    next.push(row);
  }
  return { kinds, next, accepting: states.map(({ nullable }) => nullable) };
}
