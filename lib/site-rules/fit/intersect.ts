import type { Group, PolicyDfa } from '../../generator/index.ts';
import { PRINTABLE } from '../characters.ts';
import type { PatternDfa } from '../rule.ts';

/** The most states × groups × lengths of an intersection, the same as for a policy. */
const MAX_SIZE = 2 ** 20;

/** The letters of a policy's group that the pattern treats alike, too. */
interface Part {
  readonly group: Group;
  readonly characterGroup: number;
  readonly letters: readonly string[];
}

/** The DFA of the passwords that both accept; undefined if it would be too large to count with. */
export function intersect(dfa: PolicyDfa, pattern: PatternDfa): PolicyDfa | undefined {
  const parts = dfa.groups.flatMap((group) => partsOf(group, pattern));
  const width = pattern.next.length;
  const start = (dfa.states - 1) * width;
  const reached = [start];
  const seen = new Set(reached);
  const most = MAX_SIZE / (parts.length * dfa.maxLength);
  const step = (pair: number, { group, characterGroup }: Part) =>
    (group.next[Math.floor(pair / width)] as number) * width +
    ((pattern.next[pair % width] as readonly number[])[characterGroup] as number);
  for (const pair of reached) {
    if (reached.length > most) return undefined;
    for (const part of parts) {
      const after = step(pair, part);
      if (!seen.has(after)) reached.push(after);
      seen.add(after);
    }
  }
  // `PolicyDfa` has accepting states first and the start last. A start that is reached again stands twice.
  const isAccepting = (pair: number) => pair < width && pattern.accepting[pair] === true;
  const ordered = [...reached.filter(isAccepting), ...reached.filter((pair) => !isAccepting(pair)), start];
  const numbers = new Map(ordered.slice(0, -1).map((pair, number) => [pair, number]));
  const groups = parts.map((part, index) => {
    const next = ordered.map((pair) => numbers.get(step(pair, part)) as number);
    return groupAfter(part, index, next, dfa);
  });
  return {
    ...dfa,
    groups,
    states: ordered.length,
    accepting: reached.filter(isAccepting).length,
    isSimple: false,
  };
}

/** Splits a group's letters by the pattern's character groups. */
function partsOf(group: Group, { characterGroups }: PatternDfa): Part[] {
  const parts = new Map<number, string[]>();
  for (const letter of group.letters) {
    // A policy within a site's rule has only printable ASCII.
    const characterGroup = characterGroups[PRINTABLE.indexOf(letter)] as number;
    parts.set(characterGroup, [...(parts.get(characterGroup) ?? []), letter]);
  }
  return [...parts].map(([characterGroup, letters]) => ({ group, characterGroup, letters }));
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
