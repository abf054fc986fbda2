import type { FillProblem } from '../content/fill/verify.ts';
import type { GeneratorError } from '../generator/index.ts';
import type { SiteNotes } from '../site-rules/site-notes.ts';
import type { ApiProblem } from './api-problem.ts';

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
