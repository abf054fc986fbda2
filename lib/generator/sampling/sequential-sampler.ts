import type { Ways } from '../policy/count.ts';
import type { Group, PolicyDfa } from '../policy/dfa.ts';
import { below, type Pool } from '../random.ts';
import { type Choice, choiceOf, choose } from './weighted-choice.ts';

/** The most choices in the cache. A policy of ordinary size has fewer; a larger one prepares some again. */
const MAX_CACHED = 4096;

/**
 * Draws passwords of one length character by character. The probability of each letter is the number of
 * admissible endings that begin with it, divided by the number of all endings at that point. The time is
 * bounded, even if few strings are admissible.
 */
export function sequentialSampler(dfa: PolicyDfa, ways: Ways, length: number, pool: Pool): () => string {
  const { groups, states, maxRun } = dfa;
  const cache = new Map<number, Choice>();
  const choiceAt = (rest: number, state: number, last: Group | undefined, run: number): Choice => {
    const key = ((rest * states + state) * groups.length + (last?.index ?? 0)) * (maxRun + 1) + run;
    let choice = cache.get(key);
    if (!choice) {
      if (cache.size === MAX_CACHED) cache.clear();
      choice = choiceOf(weightsAt(dfa, ways, rest, state, last, run, rest === length));
      cache.set(key, choice);
    }
    return choice;
  };
  return () => {
    let state = states - 1;
    // The last letter's group and its run. Neither is needed without a limit on runs.
    let last: Group | undefined;
    let run = 0;
    let letter = '';
    let password = '';
    for (let rest = length; rest > 0; rest--) {
      const chosen = choose(choiceAt(rest, state, last, run), pool);
      // The option after the groups repeats the last letter.
      const repeats = chosen === groups.length;
      const group = (repeats ? last : groups[chosen]) as Group;
      if (!repeats) letter = otherLetter(group, last === group ? letter : '', pool);
      password += letter;
      state = group.next[state] as number;
      if (maxRun < dfa.maxLength) {
        last = group;
        run = repeats ? run + 1 : 1;
      }
    }
    return password;
  };
}

/** Draws any letter of the group except `excluded`, each equally likely. */
function otherLetter({ letters }: Group, excluded: string, pool: Pool): string {
  const letter = letters[below(letters.length - (excluded ? 1 : 0), pool)] as string;
  // The last letter replaces the excluded one.
  return letter === excluded ? (letters.at(-1) as string) : letter;
}

/**
 * The numbers of endings that begin with another letter of each group, then of those that repeat the last
 * letter.
 */
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
    let repeats = 0n;
    for (let more = 1; more <= rest && run + more <= maxRun; more++) {
      state = last.next[state] as number;
      repeats += leaving(rest - more, state, last);
    }
    weights.push(repeats);
  }
  return weights;
}
