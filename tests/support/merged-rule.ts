import { PRINTABLE } from '../../lib/site-rules/characters.ts';
import { EMPTY_RULE } from '../../lib/site-rules/generate-within.ts';
import type { MergedRule } from '../../lib/site-rules/merge.ts';
import type { SiteRule, Source } from '../../lib/site-rules/rule.ts';
import { boundsOf } from '../../lib/site-rules/rule-bounds.ts';

/** A rule as if one source had said all of it. */
export function mergedRule(bounds: Partial<SiteRule>, by: Source = 'passwordRules'): MergedRule {
  const rule = { allowed: PRINTABLE, required: [], ...bounds };
  return {
    ...EMPTY_RULE,
    rule,
    reasons: boundsOf(rule).map(({ patternDfa: _, ...bound }) => ({ ...bound, by })),
  };
}
