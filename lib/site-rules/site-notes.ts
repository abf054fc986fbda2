import type { Strength } from '../generator/index.ts';
import type { Adjustment } from './fit/adjustments.ts';
import type { Bound } from './rule.ts';

/** What the user is shown about a password for a site, as data. */
export interface SiteNotes {
  readonly host: string;
  /** The changes in the person's options. */
  readonly adjustments: readonly Adjustment[];
  /** The first bound that the password breaks. Only kinds other than `password` can break one. */
  readonly unmet?: Bound;
  /** The entropy in bits; for a server's password an upper bound. */
  readonly bits: number;
  /** Set if `bits` is a proven lower bound, because passwords were drawn again until one met the rule. */
  readonly isAtLeast?: true;
  /** Set if `bits` is an upper bound, because nobody can see how a server draws. */
  readonly isAtMost?: true;
  readonly strength: Strength;
}
