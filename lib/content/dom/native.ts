/**
 * The browser's own functions and properties, taken from the prototypes of the isolated world, where no page can
 * replace them. A form or document answers by its own name for a child called `activeElement`, `focus` or `elements`
 * before it answers for its property; what is taken from a prototype cannot be hidden so.
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

// In Firefox a node that has come from another document is no instance of this one's classes.
export const isElement = (node: Node): node is Element => nodeTypeOf(node) === Node.ELEMENT_NODE;
export const isText = (node: Node): node is Text => nodeTypeOf(node) === Node.TEXT_NODE;
export const isDocument = (node: Node): node is Document => nodeTypeOf(node) === Node.DOCUMENT_NODE;
/** The root of a tree that is in the page is a document or a shadow root. */
export const isShadowRoot = (root: Node): root is ShadowRoot =>
  nodeTypeOf(root) === Node.DOCUMENT_FRAGMENT_NODE && (root as ShadowRoot).host !== undefined;
/** Whether it is the HTML element of this name. */
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
/** The focused element of one tree: of a document, or of a shadow root. */
export const activeIn = (root: Document | ShadowRoot): Element | null =>
  isShadowRoot(root) ? activeInShadow(root) : activeInDocument(root);

const setter = Object.getOwnPropertyDescriptor(input, 'value')?.set;
/** Sets the value below whatever a framework has put over the property. */
export function setValue(field: HTMLInputElement, value: string): void {
  setter?.call(field, value);
}

export function dispatch(target: EventTarget, event: Event): boolean {
  return dispatchEvent.call(target, event);
}

export function focusOn(element: Element): void {
  // An element of another kind, such as MathML, cannot be told so.
  const kind = { [XHTML]: HTMLElement, [SVG]: SVGElement }[namespaceOf(element) ?? ''];
  kind?.prototype.focus.call(element, { preventScroll: true });
}

export function blur(element: HTMLElement): void {
  HTMLElement.prototype.blur.call(element);
}

/** Whether `element` heard an event of this type while `act` ran. */
export function firesEvent(element: Element, type: string, act: () => void): boolean {
  let came = false;
  const note = () => {
    came = true;
  };
  addEventListener.call(element, type, note, true);
  act();
  removeEventListener.call(element, type, note, true);
  return came;
}

/** Longest attribute that is read, in UTF-16 units: pages can hold megabytes. */
const LONGEST_ATTRIBUTE = 300;

/** The beginning of an attribute; empty where it is missing. */
export function attributeOf(of: Element, attribute: string, longest = LONGEST_ATTRIBUTE): string {
  return element.getAttribute.call(of, attribute)?.slice(0, longest) ?? '';
}

/** Several attributes, one after the other. */
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

/** The elements below that a selector picks, in document order, without those in shadow roots. */
export function elementsBelow(
  root: Document | DocumentFragment | Element,
  selector: string,
): NodeListOf<Element> {
  const { prototype } = isDocument(root) ? Document : isElement(root) ? Element : DocumentFragment;
  return prototype.querySelectorAll.call(root, selector);
}

export const closest = (of: Element, selector: string): Element | null => element.closest.call(of, selector);
export const controlOf = getter(HTMLLabelElement.prototype, 'control');
export const bodyOf = getter(document, 'body');
export const rootOf = (of: Node): Node => Node.prototype.getRootNode.call(of);

/** A walker over what `NodeFilter` calls `show` below `root`. */
export const walkerOver = (root: Node, show: number): TreeWalker =>
  document.createTreeWalker.call(globalThis.document, root, show);

/** Whether `inner` lies in `outer`, or is it; in one tree, not through shadow roots. */
export const contains = (outer: Element, inner: Node): boolean => Node.prototype.contains.call(outer, inner);

/** The parent in the same tree. */
export const parentInTree = getter(Node.prototype, 'parentElement');
/** The parent as a person sees it: out of a shadow root to its host. */
export function parentOf(of: Node): Element | null {
  return parentInTree(of) ?? hostOf(of);
}

/** The element that holds the shadow root in which a node stands; none for a node of the document itself. */
export function hostOf(of: Node): Element | null {
  const root = rootOf(of);
  return isShadowRoot(root) ? root.host : null;
}
