import { PRINTABLE } from '../characters.ts';
import type { PatternDfa } from '../rule.ts';
import { type Term, Terms, TooComplex, termOf } from './derivatives.ts';
import type { Regex } from './regex-syntax.ts';

/** The most states of a DFA. Patterns in use have under a hundred. */
const MAX_STATES = 600;

/** The DFA of a pattern, which must match the whole password; undefined if it would be too large. */
export function patternDfa(regex: Regex): PatternDfa | undefined {
  try {
    const terms = new Terms();
    return explore(termOf(regex, terms.empty, terms), terms, groupCharacters(regex));
  } catch {
    // Either `TooComplex`, or a stack overflow by a pattern that is too deep.
    return undefined;
  }
}

/** All sets of the pattern. */
function setsOf(node: Regex): string[] {
  if (node.type === 'set') return [node.characters];
  if (node.type === 'sequence') return node.parts.flatMap(setsOf);
  if (node.type === 'choice') return node.options.flatMap(setsOf);
  return node.type === 'repeat' || node.type === 'lookahead' ? setsOf(node.of) : [];
}

/** Groups the characters so that those of a group are in the same sets. */
function groupCharacters(regex: Regex): number[] {
  const sets = [...new Set(setsOf(regex))];
  const groups = new Map<string, number>();
  return [...PRINTABLE].map((character) => {
    const membership = sets.map((set) => Number(set.includes(character))).join('');
    const group = groups.get(membership) ?? groups.size;
    groups.set(membership, group);
    return group;
  });
}

/** Follows the derivatives from the start until no new state appears. */
function explore(start: Term, terms: Terms, characterGroups: readonly number[]): PatternDfa {
  const letters = [...new Set(characterGroups)].map(
    (group) => PRINTABLE[characterGroups.indexOf(group)] as string,
  );
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
  return { characterGroups, next, accepting: states.map(({ nullable }) => nullable) };
}
