import { Budget } from '../budget.ts';
import { PRINTABLE } from '../characters.ts';
import type { PatternDfa } from '../rule.ts';
import { Derivatives, keyOf, type State } from './derivatives.ts';
import { nodesOf, type Regex } from './regex-syntax.ts';
import { TermBuilder, WORD } from './term-builder.ts';
import { type Term, Terms, TooComplex } from './terms.ts';

/** The most states of a DFA. Patterns in use have under a hundred. */
const MAX_STATES = 600;

/** The DFA of a pattern, which must match the whole password; undefined if it would be too large. */
export function patternDfa(regex: Regex, budget = new Budget()): PatternDfa | undefined {
  try {
    const terms = new Terms(budget);
    const start = new TermBuilder(terms).pattern(regex);
    return explore(start, new Derivatives(terms), groupCharacters(regex));
  } catch {
    // Either `TooComplex`, or a stack overflow by a pattern that is too deep.
    return undefined;
  }
}

/** The sets that a node tells apart. */
function setsOf(node: Regex): string[] {
  if (node.type === 'set') return [node.characters];
  return node.type === 'boundary' ? setsOf(WORD) : [];
}

/** Groups the characters so that those of a group are in the same sets. */
function groupCharacters(regex: Regex): number[] {
  const sets = [...new Set(nodesOf(regex).flatMap(setsOf))];
  const groups = new Map<string, number>();
  return [...PRINTABLE].map((character) => {
    const membership = sets.map((set) => Number(set.includes(character))).join('');
    const group = groups.get(membership) ?? groups.size;
    groups.set(membership, group);
    return group;
  });
}

/** Follows the derivatives from the start until no new state appears. */
function explore(term: Term, derivatives: Derivatives, characterGroups: readonly number[]): PatternDfa {
  const letters = [...new Set(characterGroups)].map(
    (group) => PRINTABLE[characterGroups.indexOf(group)] as string,
  );
  const states: State[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (state: State) => {
    const key = keyOf(state.term, state.past);
    const number = numbers.get(key) ?? states.push(state) - 1;
    if (number > MAX_STATES) throw new TooComplex();
    numbers.set(key, number);
    return number;
  };
  numberOf({ term, past: derivatives.start });
  const next: number[][] = [];
  for (const state of states) next.push(letters.map((letter) => numberOf(derivatives.after(letter, state))));
  const accepting = states.map((state) => derivatives.isNullable(state.term, state.past));
  return { characterGroups, next, accepting };
}
