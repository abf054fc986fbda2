import type { Ways } from '../policy/count.ts';
import type { Group, PolicyDfa } from '../policy/dfa.ts';
import { below, type Pool } from '../random.ts';
import { type Choice, choiceOf, choose } from './weighted-choice.ts';

/** Prepared choices that are kept; a policy of ordinary size has fewer, a larger one prepares some anew. */
const MAX_KEPT = 4096;

/**
 * Draws passwords of one length position by position: each letter with a probability of exactly the number of
 * admissible passwords that go on with it, over the number that go on from here. Time is bounded however few of
 * the strings are admissible.
 */
export function sequentialSampler(machine: PolicyDfa, ways: Ways, length: number, pool: Pool): () => string {
  const { groups, states, maxRun } = machine;
  const kept = new Map<number, Choice>();
  const choiceAt = (rest: number, state: number, last: Group | undefined, run: number): Choice => {
    const key = ((rest * states + state) * groups.length + (last?.index ?? 0)) * (maxRun + 1) + run;
    let choice = kept.get(key);
    if (!choice) {
      if (kept.size === MAX_KEPT) kept.clear();
      choice = choiceOf(weightsAt(machine, ways, rest, state, last, run, rest === length));
      kept.set(key, choice);
    }
    return choice;
  };
  return () => {
    let state = states - 1;
    // The last letter's group, and how often that letter stands in a row: none at the start, and without a limit on runs.
    let last: Group | undefined;
    let run = 0;
    let letter = '';
    let password = '';
    for (let rest = length; rest > 0; rest--) {
      const chosen = choose(choiceAt(rest, state, last, run), pool);
      // The option after the groups is the last letter once more.
      const again = chosen === groups.length;
      const group = (again ? last : groups[chosen]) as Group;
      if (!again) letter = otherLetter(group, last === group ? letter : '', pool);
      password += letter;
      state = group.next[state] as number;
      if (maxRun < machine.maxLength) {
        last = group;
        run = again ? run + 1 : 1;
      }
    }
    return password;
  };
}

/** Any letter of the group but `but`, each equally likely. */
function otherLetter({ letters }: Group, but: string, pool: Pool): string {
  const letter = letters[below(letters.length - (but ? 1 : 0), pool)] as string;
  // The last letter stands in for the one that is left out.
  return letter === but ? (letters.at(-1) as string) : letter;
}

/** The passwords that go on with each group, by a letter other than the last one; then with the last one. */
function weightsAt(
  { groups, maxRun }: PolicyDfa,
  { starting, leaving }: Ways,
  rest: number,
  state: number,
  last: Group | undefined,
  run: number,
  isFirst: boolean,
): bigint[] {
  const weights = groups.map((group) =>
    isFirst && !group.first
      ? 0n
      : BigInt(group.letters.length - (group === last ? 1 : 0)) * starting(rest, state, group),
  );
  if (last) {
    let again = 0n;
    for (let more = 1; more <= rest && run + more <= maxRun; more++) {
      state = last.next[state] as number;
      again += leaving(rest - more, state, last);
    }
    weights.push(again);
  }
  return weights;
}
