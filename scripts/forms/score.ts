import type { LabelledField, LabelledPage } from './labels.ts';

/** How one page went. */
export interface PageScore {
  /** Whether it has visible fields for a new password. */
  readonly positive: boolean;
  readonly right: boolean;
  /** Fields that were filled and must not be. */
  readonly wrong: readonly LabelledField[];
  /** How many fields for a new password were filled. */
  readonly hits: number;
  /** Whether no form had all its new-password fields filled though the page has one. */
  readonly missed: boolean;
}

const NEVER = new Set(['current', 'notnew', 'other']);

/**
 * A page with visible `new` fields is right when all of them in at least one form are filled, one without
 * when none is; never when a field is filled that must not be.
 */
export function scorePage({ fields }: LabelledPage, filled: ReadonlySet<number>): PageScore {
  const wrong = fields.filter(({ i, label }) => NEVER.has(label) && filled.has(i));
  const fresh = fields.filter(({ label, visible }) => label === 'new' && visible);
  const isWhole = (form: number) => fresh.every((field) => field.form !== form || filled.has(field.i));
  const positive = fresh.length > 0;
  const missed = positive && !fresh.some(({ form }) => isWhole(form));
  const hits = fields.filter(({ i, label }) => label === 'new' && filled.has(i)).length;
  return { positive, wrong, hits, missed, right: wrong.length === 0 && !missed };
}

/** The scores of many pages, added up. */
export interface Totals {
  readonly pages: number;
  readonly right: number;
  /** Pages that are to be filled, and those of them that were missed. */
  readonly positive: number;
  readonly missed: number;
  /** Fields that were filled as they should, and fields that must not have been. */
  readonly hits: number;
  readonly wrongFields: number;
}

export function totalsOf(scores: readonly PageScore[]): Totals {
  const count = (is: (score: PageScore) => boolean) => scores.filter(is).length;
  return {
    pages: scores.length,
    right: count(({ right }) => right),
    positive: count(({ positive }) => positive),
    missed: count(({ missed }) => missed),
    hits: scores.reduce((sum, { hits }) => sum + hits, 0),
    wrongFields: scores.reduce((sum, { wrong }) => sum + wrong.length, 0),
  };
}
