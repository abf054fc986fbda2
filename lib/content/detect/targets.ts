import { focusedElement } from '../dom/focus.ts';
import type { FrameContext } from '../dom/frame-context.ts';
import { bodyOf, isHtml } from '../dom/native.ts';
import { hasHiddenRoot } from '../dom/shadow-dom.ts';
import { isWritable } from '../dom/visibility.ts';
import { fieldsToFill, likeliestGroup } from './choose.ts';
import { isWithin } from './groups.ts';
import { type ScoredGroup, scorePage } from './score.ts';

/**
 * The fields that one new password belongs into: the new-password and confirm fields of one form. `targetElement` is the
 * element that a person pointed at; a password field among them is always taken as meant, whatever it is for. With
 * nothing meant, the form with the focus comes first.
 */
export function findTargets(here: FrameContext, targetElement: Element | null): HTMLInputElement[] {
  const targets = targetsIn(here, targetElement, false);
  if (targets.length > 0 || !hasHiddenRoot(here.document, here)) return targets;
  return targetsIn(here, targetElement, true);
}

function targetsIn(here: FrameContext, targetElement: Element | null, askAll: boolean): HTMLInputElement[] {
  const near = targetElement ?? focusedElement(here);
  const groups = scorePage({ ...here, askAll }, near);
  const around =
    near === bodyOf(here.document) ? undefined : groups.find(({ scope }) => near && isWithin(scope, near));
  if (isTargetPassword(targetElement)) return withItsConfirm(targetElement, around);
  const inside = fillable(around);
  return inside.length > 0 ? inside : fillable(likeliestGroup(groups));
}

/** A password field that a person pointed at, and could type into. */
function isTargetPassword(targetElement: Element | null): targetElement is HTMLInputElement {
  return isHtml(targetElement, 'input') && targetElement.type === 'password' && isWritable(targetElement);
}

function withItsConfirm(targetElement: HTMLInputElement, group: ScoredGroup | undefined): HTMLInputElement[] {
  const targets = fillable(group);
  if (targets.includes(targetElement)) return targets;
  // A confirm field without a new one beside it repeats the field that was pointed at.
  const isConfirm = (field: HTMLInputElement) =>
    group?.candidates.some((one) => one.field === field && one.topics.has('repeat'));
  return [targetElement, ...(targets.every(isConfirm) ? targets : [])];
}

function fillable(group: ScoredGroup | undefined): HTMLInputElement[] {
  return fieldsToFill(group?.candidates ?? []).map(({ field }) => field);
}
