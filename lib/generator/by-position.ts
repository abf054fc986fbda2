import { type Choice, choiceOf, choose } from './choice.ts';
import type { Ways } from './count.ts';
import type { Group, Machine } from './machine.ts';
import { below, type Pool } from './random.ts';

/** Where a password is that is being drawn. */
interface Place {
  /** Characters still to come. */
  readonly rest: number;
  readonly state: number;
  /** The last letter's group, and how often that letter stands in a row; none at the start, and without a limit on runs. */
  readonly last: Group | undefined;
  readonly run: number;
}

/** Prepared choices that are kept; a policy of ordinary size has fewer, a larger one prepares some anew. */
const MAX_KEPT = 4096;

/**
 * Draws passwords of one length position by position: each letter with a probability of exactly the number of
 * admissible passwords that go on with it, over the number that go on from here. Time is bounded however few of
 * the strings are admissible.
 */
export function byPosition(machine: Machine, ways: Ways, length: number, pool: Pool): () => string {
  const { groups, states, maxRun } = machine;
  const limited = maxRun < machine.maxLength;
  const kept = new Map<number, Choice>();
  const choiceAt = (place: Place): Choice => {
    const { rest, state, last, run } = place;
    const key = ((rest * states + state) * groups.length + (last?.index ?? 0)) * (maxRun + 1) + run;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size === MAX_KEPT) kept.clear();
    const choice = choiceOf(weightsAt(machine, ways, length, place));
    kept.set(key, choice);
    return choice;
  };
  return () => {
    let place: Place = { rest: length, state: states - 1, last: undefined, run: 0 };
    let password = '';
    let letter = '';
    while (place.rest > 0) {
      const { last, run } = place;
      const chosen = choose(choiceAt(place), pool);
      // The option after the groups is the last letter once more.
      const group = (groups[chosen] ?? last) as Group;
      const again = chosen === groups.length;
      if (!again) letter = otherLetter(group, last === group ? letter : '', pool);
      password += letter;
      place = {
        rest: place.rest - 1,
        state: group.next[place.state] as number,
        last: limited ? group : undefined,
        run: limited ? (again ? run + 1 : 1) : 0,
      };
    }
    return password;
  };
}

/** Any letter of the group but `but`, each equally likely. */
function otherLetter({ letters }: Group, but: string, pool: Pool): string {
  const index = below(letters.length - (but ? 1 : 0), pool);
  // The last letter stands in for the one that is left out.
  const letter = letters[index] as string;
  return letter === but ? (letters.at(-1) as string) : letter;
}

/** The passwords that go on with each group, by a letter other than the last one; then with the last one. */
function weightsAt({ groups, maxRun }: Machine, ways: Ways, length: number, place: Place): bigint[] {
  const { rest, state, last, run } = place;
  const weights = groups.map((group) => {
    if (rest === length && !group.first) return 0n;
    const letters = group.letters.length - (group === last ? 1 : 0);
    return BigInt(letters) * ways.starting(rest, state, group);
  });
  if (last)
    weights.push(
      run < maxRun ? continuing(ways, rest - 1, last.next[state] as number, last, maxRun - run - 1) : 0n,
    );
  return weights;
}

/** Endings after a letter of `group` whose run may go on for `more` letters. */
function continuing(ways: Ways, rest: number, state: number, group: Group, more: number): bigint {
  const left = ways.after(rest, state, group) - ways.starting(rest, state, group);
  if (rest === 0 || more === 0) return left;
  return left + continuing(ways, rest - 1, group.next[state] as number, group, more - 1);
}
