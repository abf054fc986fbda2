import { PRINTABLE } from '../characters.ts';
import type { PatternDfa } from '../rule.ts';
import { nodesOf, type Regex } from './regex-syntax.ts';
import { TermBuilder, WORD } from './term-builder.ts';
import { type Past, type Term, Terms, TooComplex } from './terms.ts';

/** The most states of a DFA. Patterns in use have under a hundred. */
const MAX_STATES = 600;

/** The DFA of a pattern, which must match the whole password; undefined if it would be too large. */
export function patternDfa(regex: Regex): PatternDfa | undefined {
  try {
    const terms = new Terms();
    return explore(new TermBuilder(terms).pattern(regex), terms, groupCharacters(regex));
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

/** What may follow at a position, and what precedes it. */
interface State {
  readonly term: Term;
  readonly past: Past;
}

/** Follows the derivatives from the start until no new state appears. */
function explore(start: Term, terms: Terms, characterGroups: readonly number[]): PatternDfa {
  const letters = [...new Set(characterGroups)].map(
    (group) => PRINTABLE[characterGroups.indexOf(group)] as string,
  );
  const states: State[] = [{ term: start, past: terms.start }];
  const numbers = new Map([[keyOf(states[0] as State), 0]]);
  const next: number[][] = [];
  for (const { term, past } of states) {
    const row = letters.map((letter) => {
      const after = { term: terms.derive(term, letter, past), past: terms.pastAfter(letter, past) };
      const number = numbers.get(keyOf(after)) ?? states.push(after) - 1;
      if (number > MAX_STATES) throw new TooComplex();
      numbers.set(keyOf(after), number);
      return number;
    });
    next.push(row);
  }
  const accepting = states.map(({ term, past }) => terms.isNullable(term, past));
  return { characterGroups, next, accepting };
}

/** States with the same key accept the same. What precedes matters only to what looks behind. */
const keyOf = ({ term, past }: State) => `${term.id} ${term.looksBehind ? past.id : ''}`;
