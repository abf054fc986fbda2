import type { Group, Machine } from '../machine.ts';
import { PRINTABLE } from './characters.ts';
import { type Term, Terms, TooComplex, termOf } from './derivatives.ts';
import type { Regex } from './regex-syntax.ts';
import type { Automaton } from './rule.ts';

/** States of a pattern above this are given up; patterns in use have under a hundred. */
const MAX_STATES = 600;

/** The machine of a pattern that must match the whole password; nothing where it would be too large. */
export function automatonOf(regex: Regex): Automaton | undefined {
  try {
    const terms = new Terms();
    return explored(termOf(regex, terms.empty, terms), terms, kindsOf(regex));
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

function explored(start: Term, terms: Terms, kinds: readonly number[]): Automaton {
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

/** The most states × groups × lengths that a narrowed machine may have, as for a policy by itself. */
const MAX_SIZE = 2 ** 20;

/** A letter group that both machines treat alike, and where it comes from. */
interface Part {
  readonly group: Group;
  readonly kind: number;
  readonly letters: readonly string[];
}

/** The machine of the passwords that both accept, or nothing if it would be too large to count with. */
export function narrowed(machine: Machine, automaton: Automaton): Machine | undefined {
  const parts = machine.groups.flatMap((group) => partsOf(group, automaton));
  const width = automaton.next.length;
  const start = (machine.states - 1) * width;
  const reached = [start];
  const seen = new Set(reached);
  const most = MAX_SIZE / (parts.length * machine.maxLength);
  const step = (pair: number, { group, kind }: Part) =>
    (group.next[Math.floor(pair / width)] as number) * width +
    ((automaton.next[pair % width] as readonly number[])[kind] as number);
  for (const pair of reached) {
    if (reached.length > most) return undefined;
    for (const part of parts) {
      const after = step(pair, part);
      if (!seen.has(after)) reached.push(after);
      seen.add(after);
    }
  }
  // Those that accept come first and the start last, once more if it is reached again: `Machine` has them so.
  const isDone = (pair: number) => pair < width && automaton.accepting[pair] === true;
  const ordered = [...reached.filter(isDone), ...reached.filter((pair) => !isDone(pair)), start];
  const numbers = new Map(ordered.slice(0, -1).map((pair, number) => [pair, number]));
  const groups = parts.map((part, index) => {
    const next = ordered.map((pair) => numbers.get(step(pair, part)) as number);
    return grown(part, index, next, machine);
  });
  return { ...machine, groups, states: ordered.length, done: reached.filter(isDone).length, isSimple: false };
}

/** The letters of a group by their kind. */
function partsOf(group: Group, { kinds }: Automaton): Part[] {
  const parts = new Map<number, string[]>();
  for (const letter of group.letters) {
    // A policy within a site's rule has printable ASCII only.
    const kind = kinds[PRINTABLE.indexOf(letter)] as number;
    parts.set(kind, [...(parts.get(kind) ?? []), letter]);
  }
  return [...parts].map(([kind, letters]) => ({ group, kind, letters }));
}

function grown(
  { group, letters }: Part,
  index: number,
  next: number[],
  { maxRun, maxLength }: Machine,
): Group {
  let far = next;
  for (let run = 1; maxRun < maxLength && run <= maxRun; run++)
    far = far.map((state) => next[state] as number);
  return { ...group, index, letters, size: BigInt(letters.length), next, far };
}
