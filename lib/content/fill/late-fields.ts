import { findTargets } from '../detect/targets.ts';
import type { FrameContext } from '../dom/frame-context.ts';
import { attributeOf, elementsBelow } from '../dom/native.ts';
import type { FilledField } from './verify.ts';

/**
 * The targets that were not there when `filled` were: fields that a framework has made anew in place of filled ones,
 * and those that a page shows only once there is a password, such as a confirm field. Never those of another form: a
 * page that has moved on to its next step gets nothing into it.
 */
export function lateFields(
  here: FrameContext,
  filled: readonly FilledField[],
  targetElement: Element | null,
): HTMLInputElement[] {
  const known = new Set(filled.map(({ field }) => field));
  return findTargets(here, successor(here.document, targetElement)).filter(
    (field) => !known.has(field) && filled.some((one) => isBesideOrInstead(field, one)),
  );
}

function isBesideOrInstead(field: HTMLInputElement, { field: other, form }: FilledField): boolean {
  const isBeside = other.isConnected || form?.isConnected;
  return isBeside ? field.form === form : nameOf(field) === nameOf(other);
}

/** The element that a person pointed at, or what now stands in its place. */
function successor(document: Document, targetElement: Element | null): Element | null {
  if (!targetElement || targetElement.isConnected) return targetElement;
  return (
    [...elementsBelow(document, 'input')].find((input) => nameOf(input) === nameOf(targetElement)) ?? null
  );
}

/** What a framework gives to the same field each time that it makes it. */
function nameOf(field: Element): string {
  return ['name', 'id', 'autocomplete', 'placeholder', 'aria-label']
    .map((name) => attributeOf(field, name))
    .join('\n');
}
