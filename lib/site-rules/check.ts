import { PRINTABLE } from './characters.ts';
import { isPartOf, isRepeated, longestOf, longestRun, longestSequence } from './conditions.ts';
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
  for (const { characters: set, min } of rule.required)
    if (countOf(set, characters) < min) return { code: 'required', characters: set, min };
  if (longestRun(characters) > maxConsecutive) return { code: 'max_consecutive', value: maxConsecutive };
  if (first && notFirst?.includes(first)) return { code: 'not_first', characters: notFirst };
  if (last && notLast?.includes(last)) return { code: 'not_last', characters: notLast };
  const limit = unmetLimit(characters, rule);
  if (limit) return limit;
  if (rule.patternDfa && !accepts(rule.patternDfa, characters)) return { code: 'pattern' };
  return unmetCondition(password, rule);
}

const countOf = (set: string, characters: readonly string[]) =>
  characters.filter((character) => set.includes(character)).length;

function unmetLimit(characters: readonly string[], { limited, runs }: SiteRule): Bound | undefined {
  const tooMany = limited?.find(({ characters: set, max }) => countOf(set, characters) > max);
  if (tooMany) return { code: 'limited', ...tooMany };
  const tooLong = runs?.find(({ characters: set, max }) => longestOf(set, characters) > max);
  return tooLong && { code: 'runs', ...tooLong };
}

/** The first bound broken of those that drawing meets by drawing again: repeats, sequences, blocked texts. */
export function unmetCondition(password: string, rule: SiteRule): Bound | undefined {
  const characters = [...password];
  const { maxSequential = Infinity } = rule;
  const repeated = rule.repeats?.find((limit) => isRepeated(characters, limit));
  if (repeated) return { code: 'repeats', ...repeated };
  if (maxSequential < Infinity && longestSequence(characters) > maxSequential)
    return { code: 'max_sequential', value: maxSequential };
  const text = rule.blocked?.find((blocked) => isPartOf(password, blocked));
  return text === undefined ? undefined : { code: 'blocked', text };
}

function accepts({ characterGroups, next, accepting }: PatternDfa, characters: readonly string[]): boolean {
  // Every state has a row, and every printable character has a group.
  const step = (state: number, character: string) =>
    (next[state] as readonly number[])[characterGroups[PRINTABLE.indexOf(character)] as number] as number;
  return accepting[characters.reduce(step, 0)] === true;
}
