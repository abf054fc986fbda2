import { memoize } from '../dom/memoize.ts';
import { isHtml } from '../dom/native.ts';
import { frontFinder } from '../dom/page-cover.ts';
import { type WalkOptions, walkElements } from '../dom/shadow-dom.ts';
import { createSight, type Sight } from '../dom/visibility.ts';
import { readExplicitText, type TextSource, textNear } from './field-text.ts';
import { indexLabels, type LabelIndex, labelsOf } from './labels.ts';
import { fieldsOf, type Part, partOf } from './outline.ts';

/**
 * What one walk through a page found, with the texts read from it since. It is not updated when the page
 * changes.
 */
export interface PageSnapshot extends TextSource, WalkOptions {
  /** The outline of the page, which is its fields, buttons, headings and links in reading order. */
  readonly parts: readonly Part[];
  readonly sight: Sight;
  /** Whether a field lies in front of all that covers the page. */
  readonly isInFront: (field: Element) => boolean;
}

/** Walks the page once, through shadow roots too, and collects its outline and labels. */
export function takeSnapshot(options: WalkOptions): PageSnapshot {
  const parts: Part[] = [];
  const labels: HTMLLabelElement[] = [];
  walkElements(options, (element, name) => {
    const part = partOf(element, name);
    if (part) parts.push(part);
    else if (name === 'label' && isHtml(element, 'label')) labels.push(element);
  });
  const labelIndex = indexLabels(labels);
  const sight = createSight(options.document);
  shareLabels(fieldsOf(parts), labelIndex, sight);
  return {
    ...options,
    parts,
    sight,
    isInFront: frontFinder(options),
    labels: labelIndex,
    explicitText: memoize((field) => readExplicitText(field, labelIndex)),
  };
}

/**
 * Gives a text field the labels of the hidden password field right before it, which it shows in clear until a
 * switch hides it again.
 */
function shareLabels(fields: readonly HTMLInputElement[], index: LabelIndex, sight: Sight): void {
  fields.forEach((field, at) => {
    const hidden = fields[at - 1];
    if (field.type !== 'text' || hidden?.type !== 'password' || labelsOf(field, index).size > 0) return;
    const labels = labelsOf(hidden, index);
    if (labels.size === 0 || sight(hidden) || textNear(field, 'previousNode', 1).trim() !== '') return;
    index.set(field, [...labels]);
  });
}
