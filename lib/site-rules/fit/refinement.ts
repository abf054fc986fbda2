import type { Policy, PolicyDfa } from '../../generator/index.ts';
import { intersection, PRINTABLE } from '../characters.ts';
import type { Limit, PatternDfa, SiteRule } from '../rule.ts';
import { intersect } from './intersect.ts';

/** The conditions of a rule that the DFA of a policy takes in, as DFAs of their own. */
export function refinement(
  { limited, runs, patternDfa }: SiteRule,
  alphabet: string,
): Pick<Policy, 'refine'> {
  const limits = [...limitsOn(alphabet, limited, limitDfa), ...limitsOn(alphabet, runs, runDfa)];
  if (!limits.length && !patternDfa) return {};
  return {
    refine(dfa) {
      const narrow = limits.filter(({ max }) => max < dfa.maxLength).map(({ build }) => build());
      const conditions = [...narrow, ...(patternDfa ? [patternDfa] : [])];
      return conditions.reduce<PolicyDfa | undefined>((all, next) => all && intersect(all, next), dfa);
    },
  };
}

/** The limits on characters that the policy uses, each with its DFA. */
function limitsOn(alphabet: string, limits: readonly Limit[] = [], dfaOf: (limit: Limit) => PatternDfa) {
  return limits
    .filter(({ characters }) => intersection(characters, alphabet))
    .map((limit) => ({ max: limit.max, build: () => dfaOf(limit) }));
}

/** A DFA whose state is the number of characters of a set so far. */
function limitDfa({ characters, max }: Limit): PatternDfa {
  return counterDfa(characters, max, (state) => state);
}

/** A DFA whose state is the number of characters of a set that stand last. */
function runDfa({ characters, max }: Limit): PatternDfa {
  return counterDfa(characters, max, () => 0);
}

/** A DFA that counts characters of a set up to `max`; the state after that is never left. */
function counterDfa(set: string, max: number, afterOther: (state: number) => number): PatternDfa {
  const states = Array.from({ length: max + 2 }, (_, state) => state);
  return {
    characterGroups: [...PRINTABLE].map((character) => Number(set.includes(character))),
    next: states.map((state) => (state > max ? [state, state] : [afterOther(state), state + 1])),
    accepting: states.map((state) => state <= max),
  };
}
