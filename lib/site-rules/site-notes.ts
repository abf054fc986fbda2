import type { Strength } from '../generator/index.ts';
import type { Adjustment } from './fit/adjustments.ts';
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
