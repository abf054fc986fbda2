import type { GeneratorError } from '../generator/index.ts';
import { type ApiProblem, describeApiProblem } from './api-problem.ts';
import { describeGeneratorError } from './generator-error.ts';
import { type MessageKey, message } from './i18n.ts';

/** A failure of the API with the host it is about. */
export interface ApiFailureToTell {
  readonly host: string;
  readonly problem: ApiProblem;
}

/** How a fill ended, as data: told on the badge, in the popup and beside the kept password. */
export type FillOutcome =
  | FilledOutcome
  /** The page altered the value, or took the field away, after it was filled. */
  | { readonly code: 'changed' }
  /** The page went elsewhere in between; nothing was filled. */
  | { readonly code: 'moved' }
  | { readonly code: 'no_field' }
  /** A page that browsers let no extension into, or a frame of another site. */
  | { readonly code: 'no_access' }
  /** The field's `maxlength` is below the length of the password; nothing was filled. */
  | { readonly code: 'too_long'; readonly maxLength: number }
  | { readonly code: 'impossible'; readonly error: GeneratorError }
  /** The API failed; nothing was made, nothing was filled. */
  | { readonly code: 'api_failed'; readonly failure: ApiFailureToTell };

export interface FilledOutcome {
  readonly code: 'filled';
  readonly fields: number;
  readonly shortenedTo?: number;
  /** The API failed so, and the person has chosen that the password is then made on this device. */
  readonly insteadOf?: ApiFailureToTell;
}

/** Whether the password now stands in the page as it was made. */
export function isFilled(outcome: FillOutcome): boolean {
  return outcome.code === 'filled';
}

const SENTENCES = {
  changed: 'fill_changed',
  moved: 'fill_moved',
  no_field: 'fill_no_field',
  no_access: 'fill_no_access',
} as const satisfies Record<string, MessageKey>;

/** One sentence that says how it went and, where it failed, what to do. */
export function describeOutcome(outcome: FillOutcome): string {
  switch (outcome.code) {
    case 'filled':
      return describeFilled(outcome);
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

function describeFilled({ insteadOf, ...filled }: FilledOutcome): string {
  if (!insteadOf) return countFields(filled);
  return message('fill_instead', countFields(filled), describeApiProblem(insteadOf.problem, insteadOf.host));
}

function countFields({ fields, shortenedTo }: FilledOutcome): string {
  if (shortenedTo) return message('fill_shortened', String(shortenedTo));
  return fields === 1 ? message('fill_filled_one') : message('fill_filled', String(fields));
}
