import { DEFAULT_OPTIONS } from '../../generator/index.ts';
import { intersection } from '../characters.ts';
import { unmetBound } from '../check.ts';
import { greatest, smallest } from '../extremes.ts';
import { fitToRule } from '../fit/fit.ts';
import type { MergedRule } from '../merge.ts';
import { parsePasswordRules } from '../passwordrules/parse.ts';
import type { Bound, SiteRule, Source } from '../rule.ts';

/** The sources that a recipe cannot overrule, because the browser itself enforces them. */
const ENFORCED: readonly (Source | undefined)[] = ['length', 'pattern'];

/**
 * The bound of the page that no password of a recipe can meet; `undefined` if page and recipe go together.
 * `password` is one of the recipe's. Where the person ignores the page's rule, only what the browser enforces
 * counts, because a recipe is for rules that were misread.
 */
export function contradictedBound(
  recipe: string,
  password: string,
  { rule, reasons }: MergedRule,
  isIgnored: boolean,
): Bound | undefined {
  if (fitToRule(DEFAULT_OPTIONS, both(parsePasswordRules(recipe), rule)).ok) return undefined;
  const bound = unmetBound(password, rule);
  const by = reasons.find(({ code }) => code === bound?.code)?.by;
  return isIgnored && !ENFORCED.includes(by) ? undefined : bound;
}

/** What both rules accept. The rules text of a person's options says no more than these. */
function both(
  { allowed, required, minLength, maxLength, maxConsecutive }: SiteRule,
  page: SiteRule,
): SiteRule {
  return {
    ...page,
    allowed: intersection(allowed, page.allowed),
    required: [...required, ...page.required],
    minLength: greatest([minLength, page.minLength]),
    maxLength: smallest([maxLength, page.maxLength]),
    maxConsecutive: smallest([maxConsecutive, page.maxConsecutive]),
  };
}
