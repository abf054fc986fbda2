import { PRINTABLE, without } from './characters.ts';
import type { Bound, PatternDfa, SiteRule } from './rule.ts';

/** A bound of a source, with the DFA if it is a pattern. */
export type SourceBound = Bound & { readonly patternDfa?: PatternDfa };

/** The most texts of one rule that are blocked. A page with more is hostile. */
const MAX_BLOCKED = 40;

/** The bounds of a rule, the most reliable first. Empty sets, which nothing can meet, are dropped. */
export function boundsOf({ patternDfa, ...rule }: SiteRule): SourceBound[] {
  const { allowed, required, notFirst: first, notLast: last } = rule;
  const number = (code: NumberCode, value: number | undefined) =>
    value === undefined ? [] : [{ code, value }];
  const set = (code: 'allowed' | 'not_first' | 'not_last', characters: string | undefined) =>
    characters ? [{ code, characters }] : [];
  return [
    ...number('max_length', rule.maxLength),
    ...(allowed === PRINTABLE ? [] : set('allowed', allowed)),
    ...required
      .filter(({ characters }) => characters)
      .map(({ characters, min }) => ({ code: 'required' as const, characters, min })),
    ...limitBounds('limited', rule.limited),
    ...number('min_length', rule.minLength),
    ...number('max_consecutive', rule.maxConsecutive),
    ...limitBounds('runs', rule.runs),
    ...set('not_first', first),
    ...set('not_last', last),
    ...(patternDfa ? [{ code: 'pattern' as const, patternDfa }] : []),
    ...limitBounds('repeats', rule.repeats),
    ...number('max_sequential', rule.maxSequential),
    ...(rule.blocked ?? [])
      .filter((text) => text)
      .slice(0, MAX_BLOCKED)
      .map((text) => ({ code: 'blocked' as const, text })),
  ];
}

type NumberCode = 'max_length' | 'min_length' | 'max_consecutive' | 'max_sequential';

/** The bounds of upper limits. A limit of none is a set that is not allowed. */
function limitBounds(code: 'limited' | 'runs' | 'repeats', limits: SiteRule['repeats'] = []): SourceBound[] {
  return limits
    .filter(({ characters, max }) => characters && max >= 0)
    .map(({ characters, max }) =>
      max < 1
        ? { code: 'allowed', characters: without(PRINTABLE, characters) }
        : { code, characters, max: Math.floor(max) },
    );
}
