import type { Group, PolicyDfa } from '../../generator/policy/dfa.ts';
import { PRINTABLE } from '../characters.ts';
import type { PatternDfa } from '../rule.ts';

/** The most states × groups × lengths that a narrowed machine may have, as for a policy by itself. */
const MAX_SIZE = 2 ** 20;

/** A letter group that both machines treat alike, and where it comes from. */
interface Part {
  readonly group: Group;
  readonly kind: number;
  readonly letters: readonly string[];
}

/** The machine of the passwords that both accept, or nothing if it would be too large to count with. */
export function intersect(machine: PolicyDfa, automaton: PatternDfa): PolicyDfa | undefined {
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
    return groupAfter(part, index, next, machine);
  });
  return {
    ...machine,
    groups,
    states: ordered.length,
    accepting: reached.filter(isDone).length,
    isSimple: false,
  };
}

/** The letters of a group by their kind. */
function partsOf(group: Group, { kinds }: PatternDfa): Part[] {
  const parts = new Map<number, string[]>();
  for (const letter of group.letters) {
    // A policy within a site's rule has printable ASCII only.
    const kind = kinds[PRINTABLE.indexOf(letter)] as number;
    parts.set(kind, [...(parts.get(kind) ?? []), letter]);
  }
  return [...parts].map(([kind, letters]) => ({ group, kind, letters }));
}

function groupAfter(
  { group, letters }: Part,
  index: number,
  next: number[],
  { maxRun, maxLength }: PolicyDfa,
): Group {
  let nextAfterRun = next;
  for (let run = 1; maxRun < maxLength && run <= maxRun; run++)
    nextAfterRun = nextAfterRun.map((state) => next[state] as number);
  return { ...group, index, letters, size: BigInt(letters.length), next, nextAfterRun };
}
