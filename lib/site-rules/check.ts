import { PRINTABLE } from './characters.ts';
import type { Bound, PatternDfa, SiteRule } from './rule.ts';

/**
 * The first bound of a rule that a password breaks; undefined if the site accepts it. It is for passwords
 * that were not drawn within the rule. Lengths count characters. Characters outside printable ASCII are never
 * allowed.
 */
export function unmetBound(password: string, rule: SiteRule): Bound | undefined {
  const characters = [...password];
  const { allowed, notFirst, notLast, minLength = 0, maxLength = Infinity, maxConsecutive = Infinity } = rule;
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  if (characters.length < minLength) return { code: 'min_length', value: minLength };
  if (characters.length > maxLength) return { code: 'max_length', value: maxLength };
  if (characters.some((character) => !allowed.includes(character)))
    return { code: 'allowed', characters: allowed };
  for (const { characters: set, min } of rule.required) {
    const found = characters.filter((character) => set.includes(character));
    if (found.length < min) return { code: 'required', characters: set, min };
  }
  if (longestRun(characters) > maxConsecutive) return { code: 'max_consecutive', value: maxConsecutive };
  if (notFirst?.includes(first)) return { code: 'not_first', characters: notFirst };
  if (notLast?.includes(last)) return { code: 'not_last', characters: notLast };
  return rule.patternDfa && !accepts(rule.patternDfa, characters) ? { code: 'pattern' } : undefined;
}

function longestRun(characters: readonly string[]): number {
  let longest = 0;
  let run = 0;
  characters.forEach((character, at) => {
    run = character === characters[at - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

function accepts({ characterGroups, next, accepting }: PatternDfa, characters: readonly string[]): boolean {
  // Every state has a row, and every printable character has a group.
  const step = (state: number, character: string) =>
    (next[state] as readonly number[])[characterGroups[PRINTABLE.indexOf(character)] as number] as number;
  return accepting[characters.reduce(step, 0)] === true;
}
