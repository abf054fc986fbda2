import type { LabelledField, LabelledPage } from './labels.ts';

/** How one page went. */
export interface PageScore {
  /** Whether it has visible fields for a new password. */
  readonly positive: boolean;
  readonly right: boolean;
  /** Fields that were filled and must not be. */
  readonly wrong: readonly LabelledField[];
  /** Whether no form had all its new-password fields filled though the page has one. */
  readonly missed: boolean;
}

const NEVER = new Set(['current', 'notnew', 'other']);

/**
 * A page with visible `new` fields is right when all of them in at least one form are filled, one without when none
 * is; never when a field is filled that must not be.
 */
export function scorePage({ fields }: LabelledPage, filled: ReadonlySet<number>): PageScore {
  const wrong = fields.filter(({ i, label }) => NEVER.has(label) && filled.has(i));
  const fresh = fields.filter(({ label, visible }) => label === 'new' && visible);
  const isWhole = (form: number) => fresh.every((field) => field.form !== form || filled.has(field.i));
  const positive = fresh.length > 0;
  const missed = positive && !fresh.some(({ form }) => isWhole(form));
  return { positive, wrong, missed, right: wrong.length === 0 && !missed };
}

/** The scores of many pages, added up. */
export interface Totals {
  readonly pages: number;
  readonly right: number;
  /** Pages that were filled, pages that were filled right, pages that are to be filled. */
  readonly filled: number;
  readonly filledRight: number;
  readonly positive: number;
  readonly wrongFields: number;
}

/** `filled` tells of each page whether anything in it was. */
export function totalsOf(scores: readonly (PageScore & { readonly filled: boolean })[]): Totals {
  const count = (is: (score: (typeof scores)[number]) => boolean) => scores.filter(is).length;
  return {
    pages: scores.length,
    right: count(({ right }) => right),
    filled: count(({ filled }) => filled),
    filledRight: count(({ filled, right, positive }) => filled && right && positive),
    positive: count(({ positive }) => positive),
    wrongFields: scores.reduce((sum, { wrong }) => sum + wrong.length, 0),
  };
}
