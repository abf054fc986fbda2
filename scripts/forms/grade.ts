import type { LabelledField, LabelledPage } from './labelled-pages.ts';

/** The grade of one page. */
export interface PageGrade {
  /** Whether it has visible fields for a new password. */
  readonly positive: boolean;
  readonly right: boolean;
  /** Fields that were filled but must not be. */
  readonly wrong: readonly LabelledField[];
  /** The number of new-password fields that were filled. */
  readonly hits: number;
  /** Whether the page has new-password fields, but no form had all of its own filled. */
  readonly missed: boolean;
}

const NEVER = new Set(['current', 'notnew', 'other']);

/**
 * Grades a page. A page with visible `new` fields is right if at least one form has all of them filled. A
 * page without them is right if nothing is filled. No page is right if a field is filled that must not be.
 */
export function gradePage({ fields }: LabelledPage, filled: ReadonlySet<number>): PageGrade {
  const wrong = fields.filter(({ i, label }) => NEVER.has(label) && filled.has(i));
  const fresh = fields.filter(({ label, visible }) => label === 'new' && visible);
  const isWhole = (form: number) => fresh.every((field) => field.form !== form || filled.has(field.i));
  const positive = fresh.length > 0;
  const missed = positive && !fresh.some(({ form }) => isWhole(form));
  const hits = fields.filter(({ i, label }) => label === 'new' && filled.has(i)).length;
  return { positive, wrong, hits, missed, right: wrong.length === 0 && !missed };
}

/** The sums over many pages. */
export interface Totals {
  readonly pages: number;
  readonly right: number;
  /** Pages that should be filled, and those of them that were missed. */
  readonly positive: number;
  readonly missed: number;
  /** Fields that were filled correctly, and fields that must not have been. */
  readonly hits: number;
  readonly wrongFields: number;
}

export function totalsOf(scores: readonly PageGrade[]): Totals {
  const count = (is: (score: PageGrade) => boolean) => scores.filter(is).length;
  return {
    pages: scores.length,
    right: count(({ right }) => right),
    positive: count(({ positive }) => positive),
    missed: count(({ missed }) => missed),
    hits: scores.reduce((sum, { hits }) => sum + hits, 0),
    wrongFields: scores.reduce((sum, { wrong }) => sum + wrong.length, 0),
  };
}
