import { readExplicitText } from '../detect/field-text.ts';
import type { LabelIndex } from '../detect/labels.ts';
import type { Targets } from '../detect/targets.ts';
import type { FrameContext } from '../dom/frame-context.ts';
import { elementsBelow, rootOf, valueIn } from '../dom/native.ts';
import { pause } from '../dom/timing.ts';
import { createSight, isWritable } from '../dom/visibility.ts';
import { MAX_CANDIDATES } from '../limits.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';

/** How long a page has to free its confirm field once it has the password, in milliseconds. */
const WAIT_MS = 1500;
/** How often that is checked, in milliseconds. */
const POLL_MS = 50;

/** Whether a field's own words ask for the password again. */
export function isConfirm(field: HTMLInputElement, labels: LabelIndex): boolean {
  return topicsOf(Object.values(readExplicitText(field, labels)).join('')).has('repeat');
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
    .filter((one) => one.form === field.form && !sight(one) && isConfirm(one, labels));
}

/** Waits until a person could type into some of these empty fields, and returns them; none if time is up. */
export async function freedFields(
  context: FrameContext,
  fields: readonly HTMLInputElement[],
): Promise<HTMLInputElement[]> {
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const empty = fields.filter((field) => field.isConnected && valueIn(field) === '');
    const freed = empty.filter((field) => isWritable(field) && createSight(context.document)(field));
    if (freed.length > 0 || empty.length === 0 || performance.now() > until) return freed;
    await pause(context.document, POLL_MS);
  }
}

/** Whether a known field still asks a person for the password that it did not get. */
export function isLeftEmpty(context: FrameContext, field: HTMLInputElement): boolean {
  return field.isConnected && valueIn(field) === '' && createSight(context.document)(field);
}
