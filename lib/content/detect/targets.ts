import { focusedElement } from '../dom/focus.ts';
import type { FrameContext } from '../dom/frame-context.ts';
import { bodyOf, isHtml } from '../dom/native.ts';
import { hasHiddenRoot, type WalkOptions } from '../dom/shadow-dom.ts';
import { isWritable } from '../dom/visibility.ts';
import { fieldsToFill, likeliestGroup } from './choose.ts';
import { isWithin } from './groups.ts';
import { groupsOnTop } from './on-top.ts';
import { type PageSnapshot, takeSnapshot } from './page-snapshot.ts';
import { type ScoredGroup, scorePage } from './score.ts';

/** The fields to fill, with the labels of the page as it was when they were found. */
export interface Targets extends Pick<PageSnapshot, 'labels'> {
  readonly fields: readonly HTMLInputElement[];
}

/**
 * Finds the new-password field of one form and the field that confirms it. A password field that is
 * `targetElement` is among them, whatever it is for. Without one, the form with the focus comes first.
 */
export function findTargets(context: FrameContext, targetElement: Element | null): Targets {
  const targets = targetsIn(context, targetElement);
  if (targets.fields.length > 0 || !hasHiddenRoot(context)) return targets;
  return targetsIn({ ...context, askAll: true }, targetElement);
}

function targetsIn(context: FrameContext & WalkOptions, targetElement: Element | null): Targets {
  const page = takeSnapshot(context);
  const { labels } = page;
  const near = targetElement ?? focusedElement(context);
  const groups = groupsOnTop(page, scorePage(page, near), near);
  const around =
    near === bodyOf(page.document) ? undefined : groups.find(({ scope }) => near && isWithin(scope, near));
  if (isTargetPassword(targetElement)) return { labels, fields: withItsConfirm(targetElement, around) };
  const fields = likelyFields(around);
  return { labels, fields: fields.length > 0 ? fields : likelyFields(likeliestGroup(groups)) };
}

/** Whether the target element is a password field that a person can type into. */
function isTargetPassword(targetElement: Element | null): targetElement is HTMLInputElement {
  return isHtml(targetElement, 'input') && targetElement.type === 'password' && isWritable(targetElement);
}

function withItsConfirm(targetElement: HTMLInputElement, group: ScoredGroup | undefined): HTMLInputElement[] {
  const fields = likelyFields(group);
  if (fields.includes(targetElement)) return fields;
  // A confirm field without a new-password field beside it repeats the target element.
  const isConfirm = (field: HTMLInputElement) =>
    group?.candidates.some((one) => one.field === field && one.topics.has('repeat'));
  return [targetElement, ...(fields.every(isConfirm) ? fields : [])];
}

function likelyFields(group: ScoredGroup | undefined): HTMLInputElement[] {
  return fieldsToFill(group?.candidates ?? []).map(({ field }) => field);
}
