import { attributesOf, isDocument, matches, parentInTree, rootOf, siblingsOf } from '../dom/native.ts';
import { textAlong, textBelow, walkerOf } from '../dom/text.ts';
import { MAX_NODES, MAX_TEXT_AFTER, MAX_TEXT_BEFORE } from '../limits.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import { normalizeText } from '../vocabulary/normalize.ts';
import { type LabelIndex, labelsOf } from './labels.ts';

/** The normalized texts of a field, by where they stand. */
export interface FieldText {
  /** The names that programmers gave it. */
  readonly name: string;
  /** Its labels, or the text before a field that has none. */
  readonly label: string;
  readonly placeholder: string;
  /** The text after it, such as the rules of a password. */
  readonly hint: string;
}

/** The texts that a page ties to a field explicitly, by attributes and labels. */
export type ExplicitText = Pick<FieldText, 'name' | 'label' | 'placeholder'>;

/** The part of a page snapshot that the texts of fields come from. */
export interface TextSource {
  readonly labels: LabelIndex;
  /** Reads a field's explicit texts once, because several readers need them. */
  readonly explicitText: (field: HTMLInputElement) => ExplicitText;
}

const NAMES = ['name', 'id', 'ng-model', 'v-model', 'formcontrolname', 'data-testid', 'data-test'];

/** Reads the texts that attributes and labels tie to a field; a page snapshot does so once for each field. */
export function readExplicitText(field: HTMLInputElement, labels: LabelIndex): ExplicitText {
  return {
    name: normalizeText(attributesOf(field, NAMES)),
    label: normalizeText(labelOf(field, labels)),
    placeholder: normalizeText(attributesOf(field, ['placeholder', 'data-placeholder'])),
  };
}

/** Whether a field's own words ask for the password again. */
export const isRepeat = (texts: ExplicitText): boolean =>
  topicsOf(Object.values(texts).join('')).has('repeat');

/** Reads all texts of a field. The hint is a getter, because few readers need it. */
export function fieldText(page: TextSource, field: HTMLInputElement): FieldText {
  const explicit = page.explicitText(field);
  return {
    ...explicit,
    label: explicit.label.trim()
      ? explicit.label
      : normalizeText(
          (!explicit.placeholder.trim() && textOver(field)) ||
            textNear(field, 'previousNode', MAX_TEXT_BEFORE),
        ),
    get hint() {
      return normalizeText(
        `${textNear(field, 'nextNode', MAX_TEXT_AFTER)} ${referencedText(field, ['aria-describedby'])}`,
      );
    },
  };
}

/** What stands before the wrapper of a field whose text follows it. */
const BEFORE_WRAPPER = ':has(input), h1, h2, h3, legend';

/**
 * Returns what a plain element says about a password right after a field, if both fill their wrapper, but
 * for the eye, and no label stands before it. Styles put such a text over its field.
 */
function textOver(field: Element): string {
  const [span, more] = siblingsOf(field, 0, 2);
  const wrapper = parentInTree(field);
  if (!wrapper || siblingsOf(field, 1, 0).length > 0 || !span || !matches(span, 'span, div')) return '';
  if (more && !matches(more, 'button')) return '';
  const [above] = siblingsOf(wrapper, 1, 0);
  const text = textBelow(span);
  const topics = topicsOf(normalizeText(text));
  const isLabel = topics.has('password') && !topics.has('show') && !field.previousSibling?.nodeValue?.trim();
  return isLabel && (!above || matches(above, BEFORE_WRAPPER)) ? text : '';
}

/** Returns the text of a field's labels and of the attributes that label it. */
export function labelOf(field: HTMLInputElement, labels: LabelIndex): string {
  const texts = [...labelsOf(field, labels)].map((label) => textBelow(label)).join(' ');
  const attributes = attributesOf(field, ['aria-label', 'title']);
  return `${texts} ${referencedText(field, ['aria-labelledby'])} ${attributes}`;
}

/**
 * Returns the text of the elements whose ids these attributes list, each at most `longest` UTF-16 units.
 */
export function referencedText(field: Element, attributes: readonly string[], longest?: number): string {
  const ids = attributesOf(field, attributes).split(/\s+/).filter(Boolean);
  if (ids.length === 0) return '';
  const root = rootOf(field) as Document | ShadowRoot;
  const { getElementById } = (isDocument(root) ? Document : DocumentFragment).prototype;
  return ids
    .map((id) => getElementById.call(root, id))
    .map((element) => (element ? textBelow(element, longest) : ''))
    .join(' ');
}

/**
 * Returns the text from the field to the next control, about `longest` UTF-16 units; `skipped` is not a
 * control.
 */
export function textNear(
  field: Element,
  step: 'previousNode' | 'nextNode',
  longest: number,
  skipped?: string,
): string {
  const isControl = (name: string) => name !== skipped && CONTROLS.test(name);
  return textAlong(walkerOf(field), step, longest, MAX_NODES, isControl);
}

const CONTROLS = /^(input|select|textarea|button|form)$/;
