import { type Failure, failure } from '../failure.ts';
import type { PasswordOptions } from '../password.ts';
import { type PasswordSet, passwordSet } from '../password-set.ts';
import type { Pool } from '../random.ts';
import { fitToRule } from './fit.ts';
import { parsePasswordRules } from './parse.ts';
import type { SiteRule } from './rule.ts';

export { parsePasswordRules };

/** The passwords that the options and the site's rules both admit, or what stands in the way. Trusts no type. */
export function passwordsWithin(
  options: PasswordOptions,
  siteRules: string | SiteRule,
  pool: Pool,
): PasswordSet | Failure {
  const rule = typeof siteRules === 'string' ? parsePasswordRules(siteRules) : siteRules;
  if (typeof rule?.allowed !== 'string') return failure('not_a_string', 'siteRules');
  const fitted = fitToRule(options, rule);
  if (!fitted.ok) return fitted;
  // Fitting has counted that there are some.
  const set = passwordSet(fitted.policy, pool) as PasswordSet;
  return { ...set, adjustments: fitted.adjustments };
}
