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

/** The state from which the pattern accepts nothing more, as one for all states of the policy. */
const DEAD = -1;

/** The DFA of the passwords that both accept; undefined if it would be too large to count with. */
export function intersect(dfa: PolicyDfa, pattern: PatternDfa): PolicyDfa | undefined {
  const parts = dfa.groups.flatMap((group) => partsOf(group, pattern));
  const width = pattern.next.length;
  const start = (dfa.states - 1) * width;
  const step = stepper(pattern);
  const reached = reachedFrom(start, parts, step, MAX_SIZE / (parts.length * dfa.maxLength));
  if (!reached) return undefined;
  // `PolicyDfa` has accepting states first and the start last. A start that is reached again stands twice.
  const isAccepting = (pair: number) =>
    pair >= 0 && Math.floor(pair / width) < dfa.accepting && pattern.accepting[pair % width] === true;
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

type Step = (pair: number, part: Part) => number;

/** The pairs of states that can be reached; undefined if there are more than `most`. */
function reachedFrom(start: number, parts: readonly Part[], step: Step, most: number): number[] | undefined {
  const reached = [start];
  const seen = new Set(reached);
  for (const pair of reached) {
    if (reached.length > most) return undefined;
    for (const part of parts) {
      const after = step(pair, part);
      if (!seen.has(after)) reached.push(after);
      seen.add(after);
    }
  }
  return reached;
}

function stepper(pattern: PatternDfa): Step {
  const width = pattern.next.length;
  const live = liveStates(pattern);
  return (pair, { group, characterGroup }) => {
    const after = pair < 0 ? undefined : pattern.next[pair % width]?.[characterGroup];
    if (after === undefined || !live.has(after)) return DEAD;
    return (group.next[Math.floor(pair / width)] as number) * width + after;
  };
}

/** The states from which an accepting state can be reached. */
function liveStates({ next, accepting }: PatternDfa): Set<number> {
  const before = next.map((): number[] => []);
  next.forEach((row, state) => {
    for (const after of new Set(row)) before[after]?.push(state);
  });
  const live = new Set([...next.keys()].filter((state) => accepting[state]));
  for (const state of live) for (const earlier of before[state] ?? []) live.add(earlier);
  return live;
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
