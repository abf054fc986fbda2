import { MAX_ATTRIBUTE_LENGTH } from '../limits.ts';

/**
 * Reads a property through the prototype of the isolated world, where no page can replace it. A child named
 * `activeElement`, `focus` or `elements` hides that property of its form or document, but not the
 * prototype's.
 */
function getter<Of extends object, Name extends keyof Of>(prototype: Of, name: Name): (of: Of) => Of[Name] {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  return (of) => get?.call(of);
}

const { prototype: document } = Document;
const { prototype: element } = Element;
const { prototype: input } = HTMLInputElement;
const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;

const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
const namespaceOf = getter(element, 'namespaceURI');
const nodeTypeOf = getter(Node.prototype, 'nodeType');
export const localNameOf = getter(element, 'localName');
export const shadowRootOf = getter(element, 'shadowRoot');

// `instanceof` fails in Firefox for a node that has been moved here from another document.
export const isElement = (node: Node): node is Element => nodeTypeOf(node) === Node.ELEMENT_NODE;
export const isDocument = (node: Node): node is Document => nodeTypeOf(node) === Node.DOCUMENT_NODE;
/** Whether the root of a tree is a shadow root and not a document. */
const isShadowRoot = (root: Node): root is ShadowRoot =>
  nodeTypeOf(root) === Node.DOCUMENT_FRAGMENT_NODE && (root as ShadowRoot).host !== undefined;
/** Whether the node is the HTML element with this name. */
export const isHtml = <Name extends 'form' | 'input' | 'label'>(
  node: Element | null,
  name: Name,
): node is HTMLElementTagNameMap[Name] =>
  node !== null && localNameOf(node) === name && namespaceOf(node) === XHTML;

export const valueIn = getter(input, 'value');
export const viewOf = getter(document, 'defaultView');
export const readyStateOf = getter(document, 'readyState');
export const hasFocus = (of: Document): boolean => document.hasFocus.call(of);

const activeInDocument = getter(document, 'activeElement');
const activeInShadow = getter(ShadowRoot.prototype, 'activeElement');
/** Returns the focused element of one tree, whose root is a document or a shadow root. */
export const activeIn = (root: Document | ShadowRoot): Element | null =>
  isShadowRoot(root) ? activeInShadow(root) : activeInDocument(root);

const setter = Object.getOwnPropertyDescriptor(input, 'value')?.set;
/** Sets the value past any property that a framework has defined over the native one. */
export function setValue(field: HTMLInputElement, value: string): void {
  setter?.call(field, value);
}

/** Dispatches the event; `false` if a listener prevented its default action. */
export function dispatch(target: EventTarget, event: Event): boolean {
  return dispatchEvent.call(target, event);
}

/** Focuses an HTML or SVG element without scrolling. */
export function focusOn(element: Element): void {
  // Elements of other namespaces, such as MathML, have no class to borrow `focus` from.
  const elementClass = { [XHTML]: HTMLElement, [SVG]: SVGElement }[namespaceOf(element) ?? ''];
  elementClass?.prototype.focus.call(element, { preventScroll: true });
}

/** Takes the focus from the element. */
export function blur(element: HTMLElement): void {
  HTMLElement.prototype.blur.call(element);
}

/** Whether an event of this type reaches `element` while `act` runs. */
export function firesEvent(element: Element, type: string, act: () => void): boolean {
  let fired = false;
  const listener = () => {
    fired = true;
  };
  addEventListener.call(element, type, listener, true);
  act();
  removeEventListener.call(element, type, listener, true);
  return fired;
}

/** Returns the first `longest` UTF-16 units of an attribute, or an empty string without one. */
export function attributeOf(of: Element, attribute: string, longest = MAX_ATTRIBUTE_LENGTH): string {
  return element.getAttribute.call(of, attribute)?.slice(0, longest) ?? '';
}

/** Returns the values of several attributes, joined by spaces. */
export function attributesOf(of: Element, attributes: readonly string[]): string {
  let text = '';
  for (const attribute of attributes) {
    const value = attributeOf(of, attribute);
    if (value !== '') text += text === '' ? value : ` ${value}`;
  }
  return text;
}

export const hasAttribute = (of: Element, attribute: string): boolean =>
  element.hasAttribute.call(of, attribute);
export const matches = (of: Element, selector: string): boolean => element.matches.call(of, selector);

/** Returns the elements below `root` that match, in document order, without those in shadow roots. */
export function elementsBelow(
  root: Document | DocumentFragment | Element,
  selector: string,
): NodeListOf<Element> {
  const { prototype } = isDocument(root) ? Document : isElement(root) ? Element : DocumentFragment;
  return prototype.querySelectorAll.call(root, selector);
}

/** Returns the element's box in viewport coordinates. */
export const rectOf = (of: Element): DOMRect => element.getBoundingClientRect.call(of);
const scrollLeftOf = getter(element, 'scrollLeft');
const scrollTopOf = getter(element, 'scrollTop');
/** Returns how far an element is scrolled by axis, in CSS pixels. */
export const scrollsOf = (of: Element): number[] => [scrollLeftOf(of), scrollTopOf(of)];
const offsetParentOf = getter(HTMLElement.prototype, 'offsetParent');
/** Returns what holds an element that is positioned out of its parent, unless that is the page. */
export const holderOf = (of: Element): Element | null =>
  of instanceof HTMLElement ? offsetParentOf(of) : null;

export const closest = (of: Element, selector: string): Element | null => element.closest.call(of, selector);
export const controlOf = getter(HTMLLabelElement.prototype, 'control');
export const bodyOf = getter(document, 'body');
export const rootElementOf = getter(document, 'documentElement');
export const rootOf = (of: Node): Node => Node.prototype.getRootNode.call(of);

/** Creates a walker below `root` over the node types in `show`, a mask of `NodeFilter` constants. */
export const walkerOver = (root: Node, show: number): TreeWalker =>
  document.createTreeWalker.call(globalThis.document, root, show);

/** Whether `inner` is `outer` or lies in it within the same tree, not in a shadow root. */
export const contains = (outer: Element, inner: Node): boolean => Node.prototype.contains.call(outer, inner);

/** Returns the parent in the same tree. */
export const parentInTree = getter(Node.prototype, 'parentElement');
const childrenOf = getter(element, 'children');
/** Returns an element's siblings, at most so many before it and after it, also at the top of a tree. */
export function siblingsOf(of: Element, before: number, after: number): Element[] {
  const parent = parentInTree(of);
  const all = parent ? [...childrenOf(parent)] : topOf(rootOf(of));
  const at = all.indexOf(of);
  return all.filter((_, place) => place !== at && place >= at - before && place <= at + after);
}

/** Returns the elements at the top of a shadow root. */
function topOf(root: Node): Element[] {
  return isShadowRoot(root) ? [...elementsBelow(root, '*')].filter((one) => !parentInTree(one)) : [];
}

/** Returns the parent, which is the host for what stands at the top of a shadow root. */
export function parentOf(of: Node): Element | null {
  return parentInTree(of) ?? hostOf(of);
}

const slotOf = getter(element, 'assignedSlot');
/** Returns the parent as the page is shown: what is put into the slot of an open root lies in the slot. */
export const slotOrParentOf = (of: Element): Element | null => slotOf(of) ?? parentOf(of);

/** Returns the element and all that it lies in, as the page is shown. */
export function lineUp(element: Element): Element[] {
  const line: Element[] = [];
  for (let up: Element | null = element; up; up = slotOrParentOf(up)) line.push(up);
  return line;
}

/** Returns the host of the shadow root that holds a node, or `null` for a node in the document's tree. */
export function hostOf(of: Node): Element | null {
  const root = rootOf(of);
  return isShadowRoot(root) ? root.host : null;
}
