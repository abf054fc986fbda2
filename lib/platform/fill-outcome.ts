import type { GeneratorError } from '../generator/index.ts';
import { type MessageKey, message } from './i18n.ts';

/** How a fill ended, as data: told on the badge, in the popup and beside the kept password. */
export type FillOutcome =
  | { readonly code: 'filled'; readonly fields: number; readonly shortenedTo?: number }
  /** The page altered the value, or took the field away, after it was filled. */
  | { readonly code: 'changed' }
  /** The page went elsewhere in between; nothing was filled. */
  | { readonly code: 'moved' }
  | { readonly code: 'no_field' }
  /** A page that browsers let no extension into, or a frame of another site. */
  | { readonly code: 'no_access' }
  /** The field's `maxlength` is below the length of the password; nothing was filled. */
  | { readonly code: 'too_long'; readonly maxLength: number }
  | { readonly code: 'impossible'; readonly error: GeneratorError };

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
      if (outcome.shortenedTo) return message('fill_shortened', String(outcome.shortenedTo));
      return outcome.fields === 1
        ? message('fill_filled_one')
        : message('fill_filled', String(outcome.fields));
    case 'too_long':
      return message('fill_too_long', String(outcome.maxLength));
    case 'impossible':
      return describeGeneratorError(outcome.error);
    default:
      return message(SENTENCES[outcome.code]);
  }
}

/** The sentence for an option that cannot be met. */
export function describeGeneratorError({ code, characterClass }: GeneratorError): string {
  if (code === 'class_emptied' && characterClass) return message(`error_emptied_${characterClass}`);
  if (code === 'no_class') return message('error_no_class');
  return message('error_length');
}
