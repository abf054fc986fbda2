import { isRepeat, readExplicitText } from '../detect/field-text.ts';
import { findTargets, type Targets } from '../detect/targets.ts';
import type { FrameContext } from '../dom/frame-context.ts';
import { attributeOf, elementsBelow, rootOf } from '../dom/native.ts';
import { createSight } from '../dom/visibility.ts';
import { MAX_CANDIDATES } from '../limits.ts';
import type { FilledField } from './verify-field.ts';

/**
 * Finds the targets that have appeared since `filled` were filled. These are replacements that a framework
 * has rendered, and fields that a page shows only once it has a password. Fields of another form are left
 * out, because a page that has gone on to its next step must not get the password there.
 */
export function lateFields(
  context: FrameContext,
  filled: readonly FilledField[],
  targetElement: Element | null,
): HTMLInputElement[] {
  const known = new Set(filled.map(({ field }) => field));
  const { fields } = findTargets(context, successorOf(context.document, targetElement));
  return fields.filter((field) => !known.has(field) && filled.some((one) => isBesideOrReplaces(field, one)));
}

function isBesideOrReplaces(field: HTMLInputElement, { field: other, form }: FilledField): boolean {
  const isBeside = other.isConnected || form?.isConnected;
  return isBeside ? field.form === form : identityOf(field) === identityOf(other);
}

/** Returns the element that a person chose, or the one that has replaced it. */
function successorOf(document: Document, targetElement: Element | null): Element | null {
  if (!targetElement || targetElement.isConnected) return targetElement;
  const identity = identityOf(targetElement);
  return [...elementsBelow(document, 'input')].find((input) => identityOf(input) === identity) ?? null;
}

/** Returns the attributes that a framework gives to a field each time that it renders it. */
function identityOf(field: Element): string {
  return ['name', 'id', 'autocomplete', 'placeholder', 'aria-label']
    .map((name) => attributeOf(field, name))
    .join('\n');
}

/**
 * Returns the hidden confirm fields after a lone target, which some pages show only once they have a
 * password.
 */
export function hiddenConfirms(context: FrameContext, { fields, labels }: Targets): HTMLInputElement[] {
  const [field] = fields;
  if (!field || fields.length > 1) return [];
  const scope = field.form ?? (rootOf(field) as Document | ShadowRoot);
  const passwords = [...elementsBelow(scope, 'input[type=password]')] as HTMLInputElement[];
  const sight = createSight(context.document);
  return passwords
    .slice(passwords.indexOf(field) + 1)
    .slice(0, MAX_CANDIDATES)
    .filter((one) => one.form === field.form && !sight(one) && isRepeat(readExplicitText(one, labels)));
}
