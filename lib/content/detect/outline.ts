import { attributeOf, hasAttribute, isHtml } from '../dom/native.ts';
import { type ShadowAccess, walkElements } from '../dom/shadow-dom.ts';
import { resetFieldText } from './field-text.ts';

/** What the page shows a person about its forms. */
export type Part =
  | { readonly kind: 'field'; readonly element: HTMLInputElement }
  | { readonly kind: 'submit' | 'button' | 'heading' | 'link'; readonly element: Element };

/** Types of input that hold typed text and could play a password field or its neighbour. */
const TEXT_TYPES = new Set(['password', 'text', 'email', 'tel', 'number', 'search', 'url']);
const SUBMIT_TYPES = new Set(['submit', 'image']);
const LOOKS_LIKE_BUTTON = /\b(btn|button|submit)/i;
const LOOKS_LIKE_HEADING = /(^|[-_ ])(title|heading|headline|header)\b/i;

/** The fields, buttons, headings and links of the page in reading order, in shadow roots too. */
export function outlineOf(document: Document, reach: ShadowAccess): Part[] {
  const parts: Part[] = [];
  const labels: HTMLLabelElement[] = [];
  walkElements(document, reach, (element, name) => {
    const part = partOf(element, name);
    if (part) parts.push(part);
    else if (name === 'label' && isHtml(element, 'label') && hasAttribute(element, 'for'))
      labels.push(element);
  });
  resetFieldText(labels);
  return parts;
}

function partOf(element: Element, name: string): Part | undefined {
  switch (name) {
    case 'input':
      return isHtml(element, 'input') ? inputPart(element) : undefined;
    case 'button':
      return { kind: attributeOf(element, 'type') === 'button' ? 'button' : 'submit', element };
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
    case 'legend':
      return { kind: 'heading', element };
    case 'a':
      return { kind: looks(element) ?? 'link', element };
    case 'div':
    case 'span':
    case 'p': {
      const kind = looks(element);
      return kind && { kind, element };
    }
  }
  return;
}

function inputPart(element: HTMLInputElement): Part | undefined {
  if (TEXT_TYPES.has(element.type)) return { kind: 'field', element };
  if (SUBMIT_TYPES.has(element.type)) return { kind: 'submit', element };
  return element.type === 'button' ? { kind: 'button', element } : undefined;
}

/** What an element without a meaning of its own plays, by its role or the name of its style. */
function looks(element: Element): 'button' | 'heading' | undefined {
  if (!element.hasAttributes()) return;
  const role = attributeOf(element, 'role');
  const style = attributeOf(element, 'class');
  if (role === 'button' || LOOKS_LIKE_BUTTON.test(style)) return 'button';
  return role === 'heading' || LOOKS_LIKE_HEADING.test(style) ? 'heading' : undefined;
}
