import { type PasswordHints, passwordHints } from '../detect/password-hints.ts';
import { findTargets } from '../detect/targets.ts';
import { focusedElement, saveFocus } from '../dom/focus.ts';
import type { FrameContext } from '../dom/frame-context.ts';
import { nextTask } from '../dom/timing.ts';
import { enterField, leaveField } from './fill-field.ts';
import type { FrameState } from './fill-state.ts';
import { isMarked } from './verify-field.ts';

/** How long a page may take to state its rules when a field gets the focus, in milliseconds. */
const REACTION_MS = 120;

/**
 * Reads what the page states about the password while its field has the focus, because some pages state it
 * only then.
 */
export async function hintsOnFocus(
  context: FrameContext,
  state: FrameState,
  targetElement: Element | null,
): Promise<PasswordHints | undefined> {
  const targets = findTargets(context, targetElement);
  const [field] = targets.fields;
  // Losing the focus empty marks a field on many pages, which says nothing about the password to come.
  state.unmarked = targets.fields.filter((one) => !isMarked(one));
  if (!field) return;
  if (focusedElement(context) === field) return passwordHints(targets);
  const savedFocus = saveFocus(context);
  enterField(field, savedFocus.mayBorrow);
  await nextTask(REACTION_MS);
  const hints = passwordHints(targets);
  leaveField(field, savedFocus.mayBorrow);
  savedFocus.restore();
  return hints;
}
