import type { Adjustment } from '../site-rules/fit/adjustments.ts';
import type { SiteNotes } from '../site-rules/site-notes.ts';
import { describeBound } from './describe-rule.ts';
import { message } from './message.ts';
import { formatDecimal, formatNumber, plural } from './plural.ts';

/** A sentence for each adjustment, and one for what the site may object to. */
export function describeNotes({
  host,
  adjustments,
  unmet,
}: Pick<SiteNotes, 'host' | 'adjustments' | 'unmet'>): string[] {
  return [
    ...adjustments.map((adjustment) => describeAdjustment(adjustment, host)),
    ...(unmet ? [message('site_unmet', host, describeBound(unmet))] : []),
  ];
}

/**
 * The strength of a password that is `weak`, or that is below “strong” and was changed for the site;
 * otherwise empty.
 */
export function describeWeakness(notes: SiteNotes, weak = false): string {
  const { adjustments, strength, bits, isAtLeast, isAtMost } = notes;
  const isStrong = strength === 'strong' || strength === 'very_strong';
  if (!weak && (isStrong || adjustments.length === 0)) return '';
  const shown = isAtMost ? message('strength_at_most', formatDecimal(bits)) : describeBits(bits, isAtLeast);
  return message('site_weak', message(`strength_${strength}`), shown);
}

/** A sentence on what the site requires and what was changed for it. */
export function describeAdjustment(adjustment: Adjustment, host: string): string {
  switch (adjustment.code) {
    case 'shortened':
    case 'lengthened':
    case 'strengthened':
      return plural(`adjust_${adjustment.code}`, adjustment.to, host, formatNumber(adjustment.to));
    case 'repeats_limited':
      return adjustment.to === 1
        ? message('adjust_repeats_limited_never', host)
        : plural('adjust_repeats_limited', adjustment.to, host, formatNumber(adjustment.to));
    case 'class_removed':
      return message(`adjust_removed_${adjustment.characterClass}`, host);
    case 'class_limited':
      return message(`adjust_limited_${adjustment.characterClass}`, host, adjustment.characters);
    case 'class_added':
      return message(`adjust_added_${adjustment.characterClass}`, host);
    case 'minimum_lowered':
      return adjustment.to === 0
        ? message(`adjust_minimum_${adjustment.characterClass}_none`)
        : plural(`adjust_minimum_${adjustment.characterClass}`, adjustment.to);
    case 'class_capped':
      return plural(
        `adjust_capped_${adjustment.characterClass}`,
        adjustment.to,
        host,
        formatNumber(adjustment.to),
      );
    case 'minimum_capped':
    case 'bound_ignored':
    case 'bound_too_weak':
      return message(`adjust_${adjustment.code}`, host, describeBound(adjustment.bound));
    case 'excluded_allowed':
      return message('adjust_look_alikes', host, adjustment.characters);
    case 'repeats_allowed':
    case 'classes_added':
    case 'pattern_ignored':
      return message(`adjust_${adjustment.code}`, host);
  }
}

/** An entropy in bits, such as “104.6 bits”, or “at least 88.2 bits” if it is a proven lower bound. */
export const describeBits = (bits: number, isAtLeast?: boolean): string =>
  message(isAtLeast ? 'strength_at_least' : 'strength_bits', formatDecimal(bits));
