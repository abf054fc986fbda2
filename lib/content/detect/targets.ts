import { focusedElement } from '../dom/focus.ts';
import type { FrameContext } from '../dom/frame-context.ts';
import { bodyOf, closest, hasAttribute, isHtml, matches } from '../dom/native.ts';
import type { WalkOptions } from '../dom/shadow-dom.ts';
import { isWritable } from '../dom/visibility.ts';
import { MAX_HOSTS_ASKED } from '../limits.ts';
import { fieldsToFill, fieldsWith, isUnclear, likeliestGroup } from './choose.ts';
import { isWithin } from './groups.ts';
import { groupsOnTop } from './on-top.ts';
import { type PageSnapshot, takeSnapshot } from './page-snapshot.ts';
import { type ScoredGroup, scorePage } from './score.ts';

/** Why nothing is filled, although the page has password fields. */
export type Refusal =
  /** The form with the focus seems not to set a new password. */
  | 'unlikely_form'
  /** The page has many password fields and does not say which of them takes a new one. */
  | 'unclear_fields';

/** The fields to fill, with the labels of the page as it was when they were found. */
export interface Targets extends Pick<PageSnapshot, 'labels'> {
  readonly fields: readonly HTMLInputElement[];
  /** Set only if there are no fields. */
  readonly refusal?: Refusal | undefined;
}

/**
 * Finds the new-password field of one form and the field that confirms it. A password field that is
 * `targetElement` is among them, unless its form tells it apart from a new one as the current password.
 * Without a target element, the form with the focus comes first, and no other is filled in its place.
 */
export function findTargets(context: FrameContext, targetElement: Element | null): Targets {
  const targets = targetsIn(context, targetElement);
  if (targets.fields.length > 0 || targets.refusal) return targets;
  // Closed roots of ordinary elements with content are rare, and asking for them takes long.
  return targetsIn({ ...context, asksLeft: MAX_HOSTS_ASKED }, targetElement);
}

function targetsIn(context: FrameContext & WalkOptions, targetElement: Element | null): Targets {
  const page = takeSnapshot(context);
  const near = targetElement ?? focusedElement(context);
  const groups = groupsOnTop(page, scorePage(page, near), near);
  const around = near === bodyOf(page.document) ? undefined : groupAround(groups, near);
  const { labels } = page;
  if (isTargetPassword(page, targetElement, around))
    return { labels, fields: fieldsAround(targetElement, around) };
  const likeliest = likeliestGroup(groups.filter((group) => !isUnclear(group))) ?? likeliestGroup(groups);
  return { labels, fields: [], ...(likelyTargets(around, near) ?? likelyTargets(likeliest, null)) };
}

/**
 * Returns the smallest group around the element. The form of a field is never passed over for its
 * surroundings.
 */
function groupAround(groups: readonly ScoredGroup[], near: Element | null): ScoredGroup | undefined {
  const around = groups.filter(({ scope }) => near && isWithin(scope, near));
  const inner = around.find(({ scope }) =>
    around.every((other) => other.scope === scope || isWithin(other.scope, scope)),
  );
  const form = near && (isHtml(near, 'input') ? near.form : closest(near, 'form'));
  return inner && (!form || inner.scope === form || isWithin(form, inner.scope)) ? inner : undefined;
}

/** Whether the target element is a field that a person sees and can type a password into. */
function isTargetPassword(
  { sight }: PageSnapshot,
  targetElement: Element | null,
  around: ScoredGroup | undefined,
): targetElement is HTMLInputElement {
  if (!isHtml(targetElement, 'input') || !isWritable(targetElement) || !sight(targetElement)) return false;
  return targetElement.type === 'password' || candidateOf(around, targetElement) !== undefined;
}

const candidateOf = (group: ScoredGroup | undefined, field: Element | null) =>
  group?.candidates.find((one) => one.field === field);

/**
 * Returns the target element with its partner. A current password beside a new one is kept, and the new one
 * is filled in its place.
 */
function fieldsAround(targetElement: HTMLInputElement, group: ScoredGroup | undefined): HTMLInputElement[] {
  const chosen = candidateOf(group, targetElement);
  if (!group || !chosen) return [targetElement];
  return fieldsWith(group.candidates, chosen).map(({ field }) => field);
}

/**
 * Returns what to fill in the group, unless that is nothing because the element with the focus is in a form
 * that seems not to set a new password: then no other group is filled.
 */
function likelyTargets(
  group: ScoredGroup | undefined,
  near: Element | null,
): Omit<Targets, 'labels'> | undefined {
  if (!group) return;
  const fields = fieldsToFill(group.candidates, candidateOf(group, near)).map(({ field }) => field);
  if (fields.length > 0) return isUnclear(group) ? { fields: [], refusal: 'unclear_fields' } : { fields };
  const isInForm = isHtml(near, 'input') && (candidateOf(group, near) || !matches(group.scope, 'body'));
  // A page that sets the focus itself has chosen nothing for the person.
  return isInForm && !hasAttribute(near, 'autofocus') ? { fields, refusal: 'unlikely_form' } : undefined;
}
