import { closest, controlOf, isHtml } from '../dom/native.ts';

/** The labels by the element that they name. */
export type LabelIndex = Map<Element, readonly Element[]>;

/**
 * Indexes labels by their control, because a field's own `labels` property searches the whole page each time.
 */
export function indexLabels(labels: readonly HTMLLabelElement[]): LabelIndex {
  const index = new Map<Element, Element[]>();
  for (const label of labels) {
    const control = controlOf(label) ?? fieldUnder(label);
    const others = control && index.get(control);
    if (others) others.push(label);
    else if (control) index.set(control, [label]);
  }
  return index;
}

/**
 * Returns the element right before a label that names nothing, if the label ends its wrapper. Styles put such
 * a label over its field.
 */
function fieldUnder(label: HTMLLabelElement): Element | null {
  return label.nextElementSibling ? null : label.previousElementSibling;
}

/** Returns the label around a field and those that name it. */
export function labelsOf(field: Element, index: LabelIndex): ReadonlySet<Element> {
  const around = closest(field, 'label');
  const isOwn = isHtml(around, 'label') && controlOf(around) === field;
  return new Set([...(isOwn ? [around] : []), ...(index.get(field) ?? [])]);
}
