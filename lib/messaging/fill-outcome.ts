import type { Refusal } from '../content/detect/targets.ts';
import type { FillProblem } from '../content/fill/verify-field.ts';
import type { GeneratorError } from '../generator/index.ts';
import type { Bound } from '../site-rules/rule.ts';
import type { SiteNotes } from '../site-rules/site-notes.ts';
import type { ApiProblem } from './api-problem.ts';

/** A problem with the API, and the host of the API. */
export interface ApiFailure {
  readonly host: string;
  readonly problem: ApiProblem;
}

/** How a fill ended, as data. The badge, the popup and the history describe it. */
export type FillOutcome =
  | FilledOutcome
  /** After the fill the page changed the value, marked it invalid or removed the field. */
  | (MadeBy & { readonly code: 'changed'; readonly problems: readonly FillProblem[] })
  /** The person undid the fill. */
  | { readonly code: 'undone' }
  /** The page navigated before the fill; nothing was filled. */
  | (MadeBy & { readonly code: 'moved' })
  | { readonly code: 'no_field' }
  /** The form with the focus sets no new password, or nothing tells many password fields apart. */
  | { readonly code: Refusal }
  | { readonly code: ClosedPage }
  /** No field was found, but a frame of this host may hold one; the popup can request access to it. */
  | { readonly code: 'foreign_frame'; readonly host: string }
  /** The field is, or may be, in a frame without an origin, which is never filled. */
  | { readonly code: 'opaque_frame' }
  /** The field's `maxlength` is below the length of the password; nothing was filled. */
  | { readonly code: 'too_long'; readonly maxLength: number }
  | { readonly code: 'impossible'; readonly error: GeneratorError }
  /** The menu and the shortcut fill PINs, but the page asks for what no PIN has; nothing was filled. */
  | { readonly code: 'pin_refused'; readonly bound: Bound }
  /** The API failed; no password was made or filled. */
  | { readonly code: 'api_failed'; readonly failure: ApiFailure }
  /** The password could not be stored, so nothing was filled. */
  | { readonly code: 'not_saved' }
  /** The browser failed in another way before anything was filled. */
  | { readonly code: 'failed' };

/**
 * Why nothing in a page is filled: the browser gives no extension access to it, or none to this frame; a
 * policy of the organization gives none; or the page is a file on this computer.
 */
export type ClosedPage = 'no_access' | 'policy_blocked' | 'local_file';

/** Who made the password of a fill. */
interface MadeBy {
  /** The host of the server; missing if this device made it. */
  readonly madeBy?: string;
}

/** The fields hold the password. */
export interface FilledOutcome extends MadeBy {
  readonly code: 'filled';
  readonly fields: number;
  /** What was changed for the site, what the site may still object to, and the strength. */
  readonly site?: SiteNotes;
  /** Whether the password is below the floor of strength, and nobody was asked. */
  readonly weak?: boolean;
  /** Why the API failed; the person has chosen that this device then makes the password. */
  readonly insteadOf?: ApiFailure;
}

/** Whether the page now holds the password unchanged. */
export function isFilled(outcome: FillOutcome): boolean {
  return outcome.code === 'filled';
}

/** Whether the page holds a password below the floor that nobody has agreed to. */
export function isWeakFill(outcome: FillOutcome): boolean {
  return outcome.code === 'filled' && outcome.weak === true;
}
