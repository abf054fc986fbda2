import type { GeneratorError } from '../generator/index.ts';
import { type ApiProblem, describeApiProblem } from './api-problem.ts';
import { describeProblems, type FillProblem } from './fill-problem.ts';
import { describeGeneratorError } from './generator-error.ts';
import { type MessageKey, message } from './i18n.ts';
import { describeNotes, describeWeakness, type SiteNotes } from './site-notes.ts';

/** A failure of the API with the host it is about. */
export interface ApiFailureToTell {
  readonly host: string;
  readonly problem: ApiProblem;
}

/** How a fill ended, as data: told on the badge, in the popup and beside the kept password. */
export type FillOutcome =
  | FilledOutcome
  /** The page altered the value, refused it, or took the field away, after it was filled. */
  | { readonly code: 'changed'; readonly problems: readonly FillProblem[] }
  /** It was filled and, at the person's wish, taken back. */
  | { readonly code: 'undone' }
  /** The page went elsewhere in between; nothing was filled. */
  | { readonly code: 'moved' }
  | { readonly code: 'no_field' }
  /** A page that browsers let no extension into, or a frame of another site. */
  | { readonly code: 'no_access' }
  /** No field was found, but a frame of this host may hold one; the popup can ask for it. */
  | { readonly code: 'foreign_frame'; readonly host: string }
  /** The field's `maxlength` is below the length of the password; nothing was filled. */
  | { readonly code: 'too_long'; readonly maxLength: number }
  | { readonly code: 'impossible'; readonly error: GeneratorError }
  /** The API failed; nothing was made, nothing was filled. */
  | { readonly code: 'api_failed'; readonly failure: ApiFailureToTell };

export interface FilledOutcome {
  readonly code: 'filled';
  readonly fields: number;
  /** What was changed for the site's sake, and what it may still object to. */
  readonly site?: SiteNotes;
  /** The API failed so, and the person has chosen that the password is then made on this device. */
  readonly insteadOf?: ApiFailureToTell;
}

/** Whether the password now stands in the page as it was made. */
export function isFilled(outcome: FillOutcome): boolean {
  return outcome.code === 'filled';
}

const SENTENCES = {
  undone: 'fill_undone',
  moved: 'fill_moved',
  no_field: 'fill_no_field',
  no_access: 'fill_no_access',
} as const satisfies Record<string, MessageKey>;

/** One sentence that says how it went and, where it failed, what to do. */
export function describeOutcome(outcome: FillOutcome): string {
  switch (outcome.code) {
    case 'filled':
      return describeFilled(outcome);
    case 'changed':
      return describeProblems(outcome.problems);
    case 'foreign_frame':
      return message('fill_foreign_frame', outcome.host);
    case 'too_long':
      return message('fill_too_long', String(outcome.maxLength));
    case 'impossible':
      return describeGeneratorError(outcome.error);
    case 'api_failed':
      return message('fill_api_failed', describeApiProblem(outcome.failure.problem, outcome.failure.host));
    default:
      return message(SENTENCES[outcome.code]);
  }
}

function describeFilled({ fields, site, insteadOf }: FilledOutcome): string {
  const count = fields === 1 ? message('fill_filled_one') : message('fill_filled', String(fields));
  const filled = site ? [count, ...describeNotes(site), describeWeakness(site)].join(' ').trim() : count;
  if (!insteadOf) return filled;
  return message('fill_instead', filled, describeApiProblem(insteadOf.problem, insteadOf.host));
}
