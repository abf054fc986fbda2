import { hidesText } from '../detect/candidates.ts';
import { type FrameContext, originOf } from '../dom/frame-context.ts';
import { coversOver } from '../dom/page-cover.ts';
import { createSight } from '../dom/visibility.ts';
import type { FrameState } from './fill-state.ts';

/** The document that is filled, what its survey has found, and the origin that the password is for. */
interface Surveyed {
  readonly context: FrameContext;
  readonly state: FrameState;
  readonly request: { readonly origin: string };
}

/**
 * Returns the check to make right before a field gets the password, after the page's listeners: the field is
 * still in the form and document that it was in at the survey, it hides its text unless it showed it then,
 * and a person still sees it. What covered it before counts as the page's own, such as a header that stays.
 */
export function lastCheck({ context, state, request }: Surveyed, field: HTMLInputElement): () => boolean {
  const { document } = context;
  const { forms, isShown } = state;
  const form = forms?.has(field) ? forms.get(field) : field.form;
  const covers = coversOver(context, field);
  return () =>
    field.form === form &&
    field.ownerDocument === document &&
    originOf(document) === request.origin &&
    (hidesText(field) || (isShown === true && field.type === 'text')) &&
    createSight(document)(field) &&
    coversOver(context, field).every((over) => covers.includes(over));
}
