import { attributesOf, closest, controlOf, isDocument, isHtml, rootOf } from '../dom/native.ts';
import { textAlong, textBelow, walkerOf } from '../dom/text.ts';
import { normalizeText } from '../vocabulary/normalize.ts';

/** The field's own words by where they stand. */
export interface FieldText {
  /** Names given by programmers. */
  readonly name: string;
  readonly class: string;
  /** What a person is told: labels, or the text before a field that has none. */
  readonly label: string;
  readonly placeholder: string;
  /** What stands after the field, such as the rules of a password. */
  readonly hint: string;
}

const NAMES = [
  'name',
  'id',
  'ng-model',
  'v-model',
  'formcontrolname',
  'data-testid',
  'data-test',
  'data-qa',
  'data-cy',
  'data-bind',
];
/** Characters before and after a field that are taken as being about it; how many nodes are walked for them. */
const NEAR_BEFORE = 60;
const NEAR_AFTER = 160;
const NEAR_NODES = 60;

type ExplicitWords = Pick<FieldText, 'name' | 'label' | 'placeholder'>;

/** What was read at this look at the page: most fields are asked for it several times. */
let read = new WeakMap<HTMLInputElement, ExplicitWords>();

/** Forgets what was read, and keeps the labels of the page as it is now. */
export function resetFieldText(labels: readonly HTMLLabelElement[]): void {
  read = new WeakMap();
  keepLabels(labels);
}

/** What the page says about a field in so many words, at the field itself or in a label that is tied to it. */
export function explicitText(field: HTMLInputElement): ExplicitWords {
  const known = read.get(field);
  if (known) return known;
  const words = {
    name: normalizeText(attributesOf(field, NAMES)),
    label: normalizeText(labelOf(field)),
    placeholder: normalizeText(attributesOf(field, ['placeholder', 'data-placeholder'])),
  };
  read.set(field, words);
  return words;
}

/** The same with what stands before and after the field. Most fields of a page are asked for their first words only. */
export function fieldText(field: HTMLInputElement): FieldText {
  const explicit = explicitText(field);
  return {
    ...explicit,
    label: explicit.label.trim()
      ? explicit.label
      : normalizeText(textNear(field, 'previousNode', NEAR_BEFORE)),
    get class() {
      return normalizeText(attributesOf(field, ['class']));
    },
    get hint() {
      return normalizeText(
        `${textNear(field, 'nextNode', NEAR_AFTER)} ${textsNamedBy(field, ['aria-describedby'])}`,
      );
    },
  };
}

export function labelOf(field: HTMLInputElement): string {
  const labels = [...labelsOf(field)].map((label) => textBelow(label)).join(' ');
  return `${labels} ${textsNamedBy(field, ['aria-labelledby'])} ${attributesOf(field, ['aria-label', 'title'])}`;
}

/** The texts of the elements that attributes name. */
export function textsNamedBy(field: Element, attributes: readonly string[], longest?: number): string {
  const ids = attributesOf(field, attributes).split(/\s+/).filter(Boolean);
  if (ids.length === 0) return '';
  const root = rootOf(field) as Document | ShadowRoot;
  const { getElementById } = (isDocument(root) ? Document : DocumentFragment).prototype;
  return ids
    .map((id) => getElementById.call(root, id))
    .map((named) => (named ? textBelow(named, longest) : ''))
    .join(' ');
}

/** The text between the field and the next control in one direction; a control named `past` is none. */
export function textNear(
  field: Element,
  step: 'previousNode' | 'nextNode',
  longest: number,
  past?: string,
): string {
  const isControl = (name: string) => name !== past && CONTROLS.has(name);
  return textAlong(walkerOf(field), step, longest, NEAR_NODES, isControl);
}

const CONTROLS = new Set(['input', 'select', 'textarea', 'button', 'form']);

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
