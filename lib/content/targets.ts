import { classifyFields } from './classify.ts';
import { findFields, focusedElement, isFillable, scopeOf } from './fields.ts';

/**
 * The fields that one new password belongs into: the new-password and confirm fields of one form. `meant` is the
 * element that a person pointed at; a password field among them is always taken as meant, whatever its role.
 */
export function findTargets(document: Document, meant: Element | null): HTMLInputElement[] {
  const roles = classifyFields(findFields(document).filter(isFillable));
  const isTarget = (field: HTMLInputElement) => ['new', 'confirm'].includes(roles.get(field) ?? '');
  const targets = [...roles.keys()].filter(isTarget);
  const inScope = (scope: Element) => targets.filter((field) => scopeOf(field) === scope);

  if (meant instanceof HTMLInputElement && meant.type === 'password' && isWritable(meant)) {
    if (isTarget(meant)) return inScope(scopeOf(meant));
    return [
      meant,
      ...inScope(scopeOf(meant)).filter((field) => isLoneConfirm(field, roles, inScope(scopeOf(meant)))),
    ];
  }
  const near = inScope(scopeOf(meant ?? focusedElement(document) ?? document.body));
  const first = targets.find((field) => roles.get(field) === 'new') ?? targets[0];
  return near.length > 0 ? near : first ? inScope(scopeOf(first)) : [];
}

/** A confirm field without a new one beside it repeats the field that was pointed at. */
function isLoneConfirm(
  field: HTMLInputElement,
  roles: ReadonlyMap<HTMLInputElement, string>,
  others: readonly HTMLInputElement[],
): boolean {
  return roles.get(field) === 'confirm' && !others.some((other) => roles.get(other) === 'new');
}

function isWritable(field: HTMLInputElement): boolean {
  return !field.matches(':disabled') && !field.readOnly;
}
