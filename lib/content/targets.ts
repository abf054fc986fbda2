import { likeliestGroup, takersOf } from './choose.ts';
import { focusedElement } from './focus.ts';
import { isWithin } from './groups.ts';
import type { Here } from './here.ts';
import { type JudgedGroup, judgePage } from './judge.ts';
import { bodyOf, isHtml } from './native.ts';
import { hidesRoot } from './reach.ts';
import { isWritable } from './visible.ts';

/**
 * The fields that one new password belongs into: the new-password and confirm fields of one form. `meant` is the
 * element that a person pointed at; a password field among them is always taken as meant, whatever it is for. With
 * nothing meant, the form with the focus comes first.
 */
export function findTargets(here: Here, meant: Element | null): HTMLInputElement[] {
  const targets = targetsIn(here, meant, false);
  if (targets.length > 0 || !hidesRoot(here.document, here)) return targets;
  return targetsIn(here, meant, true);
}

function targetsIn(here: Here, meant: Element | null, thorough: boolean): HTMLInputElement[] {
  const near = meant ?? focusedElement(here);
  const groups = judgePage({ ...here, thorough }, near);
  const around =
    near === bodyOf(here.document) ? undefined : groups.find(({ scope }) => near && isWithin(scope, near));
  if (isMeantPassword(meant)) return withItsConfirm(meant, around);
  const inside = fillable(around);
  return inside.length > 0 ? inside : fillable(likeliestGroup(groups));
}

/** A password field that a person pointed at, and could type into. */
function isMeantPassword(meant: Element | null): meant is HTMLInputElement {
  return isHtml(meant, 'input') && meant.type === 'password' && isWritable(meant);
}

function withItsConfirm(meant: HTMLInputElement, group: JudgedGroup | undefined): HTMLInputElement[] {
  const targets = fillable(group);
  if (targets.includes(meant)) return targets;
  // A confirm field without a new one beside it repeats the field that was pointed at.
  const isConfirm = (field: HTMLInputElement) =>
    group?.candidates.some((one) => one.field === field && one.says.has('repeat'));
  return [meant, ...(targets.every(isConfirm) ? targets : [])];
}

function fillable(group: JudgedGroup | undefined): HTMLInputElement[] {
  return takersOf(group?.candidates ?? []).map(({ field }) => field);
}
