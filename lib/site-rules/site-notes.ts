import type { Strength } from '../generator/index.ts';
import { unmetBound } from './check.ts';
import type { Adjustment } from './fit/adjustments.ts';
import type { MergedRule } from './merge.ts';
import type { Bound } from './rule.ts';

/** What was done for a site, as data. */
export interface SiteNotes {
  readonly host: string;
  /** What was changed in the person's options. */
  readonly adjustments: readonly Adjustment[];
  /** What the site asks for and the password, of another kind than `password`, has not. */
  readonly unmet?: Bound;
  /** How strong the password is; of a server's, at most. */
  readonly bits: number;
  readonly strength: Strength;
}

/**
 * What to note of a password of another kind than `password`, which is not changed for a site but for the length of a PIN:
 * that, and what the site asks for that it has not.
 */
export function notesOfKind(
  password: string,
  { rule }: MergedRule,
  [options, fitted]: readonly [asked: object, fitted: object],
): Pick<SiteNotes, 'adjustments' | 'unmet'> {
  const lengthOf = (of: object) => ('length' in of ? Number(of.length) : 0);
  const isShorter = lengthOf(fitted) < lengthOf(options);
  const unmet = unmetBound(password, rule);
  return {
    adjustments: isShorter ? [{ code: 'shortened', to: lengthOf(fitted) }] : [],
    ...(unmet && { unmet }),
  };
}
