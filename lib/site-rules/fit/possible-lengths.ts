import type { PolicyDfa } from '../../generator/index.ts';

/**
 * The lengths at which a DFA accepts any string, in rising order. It goes from the last character back, as
 * counting does, but asks only whether there is an ending, which takes a small part of the time.
 */
export function possibleLengths(dfa: PolicyDfa): number[] {
  const { groups, states, accepting, minLength, maxLength, maxRun } = dfa;
  const lengths: number[] = [];
  // The fewest equal letters of a group with which an ending can begin, by group and state.
  let runs = new Uint16Array(groups.length * states);
  // How many letters an ending can begin with, by state.
  let letters = new Uint16Array(states);
  for (let rest = 1; rest <= maxLength; rest++) {
    const [runsAfter, lettersAfter] = [runs, letters];
    runs = new Uint16Array(runs.length);
    letters = new Uint16Array(states);
    let isPossible = false;
    for (const { index, next, letters: own, first, last } of groups) {
      for (let state = 0; state < states; state++) {
        const after = next[state] as number;
        const run = runsAfter[index * states + after] as number;
        const others = (lettersAfter[after] as number) - Number(run > 0 && run <= maxRun);
        const canStop = rest === 1 ? last && after < accepting : others > 0;
        const fewest = canStop ? 1 : run && run + 1;
        runs[index * states + state] = fewest;
        if (fewest > 0 && fewest <= maxRun) (letters[state] as number) += own.length;
      }
      const begin = runs[index * states + states - 1] as number;
      isPossible ||= first && begin > 0 && begin <= maxRun;
    }
    if (isPossible && rest >= minLength) lengths.push(rest);
  }
  return lengths;
}
