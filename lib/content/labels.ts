import { closest, controlOf, isHtml } from './native.ts';

/**
 * The labels that name a field by their `for`, by that field, as the last look at the page found them. A field can
 * tell its labels itself, but only by a search through the whole page, for each field anew.
 */
let naming = new WeakMap<Element, HTMLLabelElement[]>();

/** Keeps the labels of a page in place of those kept before. */
export function keepLabels(labels: readonly HTMLLabelElement[]): void {
  naming = new WeakMap();
  for (const label of labels) {
    const control = controlOf(label) ?? floatsOver(label);
    const others = control && naming.get(control);
    if (others) others.push(label);
    else if (control) naming.set(control, [label]);
  }
}

/** What a label that names nothing stands right behind, as the last of its wrapper: a style puts it over that field. */
function floatsOver(label: HTMLLabelElement): Element | null {
  return label.nextElementSibling ? null : label.previousElementSibling;
}

/** The labels of a field: the one around it, and those that name it. */
export function labelsOf(field: Element): ReadonlySet<Element> {
  const around = closest(field, 'label');
  const isOwn = isHtml(around, 'label') && controlOf(around) === field;
  return new Set([...(isOwn ? [around] : []), ...(naming.get(field) ?? [])]);
}
