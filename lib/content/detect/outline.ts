import { attributeOf, isHtml } from '../dom/native.ts';

/** An element that shows a person the purpose of a form. */
export type Part =
  | { readonly kind: 'field'; readonly element: HTMLInputElement }
  | { readonly kind: 'submit' | 'button' | 'heading' | 'link'; readonly element: Element };

/** Returns the elements of the parts that are of these kinds. */
export function elementsOf(parts: readonly Part[], ...kinds: Part['kind'][]): Element[] {
  return parts.flatMap(({ kind, element }) => (kinds.includes(kind) ? [element] : []));
}

/** Returns the fields among the parts. */
export const fieldsOf = (parts: readonly Part[]) => elementsOf(parts, 'field') as HTMLInputElement[];

/** Types of input that hold typed text, so that they are a password field or stand beside one. */
const TEXT_TYPES = /^(password|text|email|tel|number|search|url)$/;
const SUBMIT_TYPES = /^(submit|image)$/;
const LOOKS_LIKE_BUTTON = /\b(btn|button|submit)/i;
const LOOKS_LIKE_HEADING = /(^|[-_ ])(title|heading|headline|header)\b/i;

/** Returns the part that an element plays in the page's outline, if any. */
export function partOf(element: Element, name: string): Part | undefined {
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
      return { kind: playedBy(element) ?? 'link', element };
    case 'div':
    case 'span':
    case 'p': {
      const kind = playedBy(element);
      return kind && { kind, element };
    }
  }
  return;
}

function inputPart(element: HTMLInputElement): Part | undefined {
  if (TEXT_TYPES.test(element.type)) return { kind: 'field', element };
  if (SUBMIT_TYPES.test(element.type)) return { kind: 'submit', element };
  return element.type === 'button' ? { kind: 'button', element } : undefined;
}

/** Returns the part that an element without semantics plays, by its ARIA role or its class names. */
function playedBy(element: Element): 'button' | 'heading' | undefined {
  if (!element.hasAttributes()) return;
  const role = attributeOf(element, 'role');
  const style = attributeOf(element, 'class');
  if (role === 'button' || LOOKS_LIKE_BUTTON.test(style)) return 'button';
  return role === 'heading' || LOOKS_LIKE_HEADING.test(style) ? 'heading' : undefined;
}
