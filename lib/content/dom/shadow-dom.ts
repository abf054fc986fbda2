import { localNameOf, walkerOver } from './native.ts';

/** Gives the shadow root of an element, closed ones too where the browser lets an extension see them. */
export type OpenShadow = (element: Element) => ShadowRoot | null;

/** How the shadow roots of a page are looked for. */
export interface ShadowAccess {
  readonly openShadow: OpenShadow;
  /** Whether every element that could hold a closed root is asked for one; else only the likely ones. */
  readonly askAll?: boolean;
}

/** Elements that can hold a shadow root besides those with a hyphen in their name (DOM standard, `attachShadow`). */
const SHADOW_HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** Deepest nesting of shadow roots that is followed. */
const DEEPEST = 2000;
/** No field is narrower, in CSS pixels; icons are. */
const NARROWEST = 40;
/** How many unlikely hosts of a closed root are asked, at about 2 µs each. */
const MOST_ASKED = 2000;

/** Shows every element of the document to `visit` in reading order, what is in a shadow root after its host. */
export function walkElements(
  document: Document,
  reach: ShadowAccess,
  visit: (element: Element, localName: string) => void,
): void {
  // A stack of its own: a page can nest more shadow roots than calls can be nested.
  const open = [walkerOver(document, NodeFilter.SHOW_ELEMENT)];
  for (let walker = open.at(-1); walker; walker = open.at(-1)) {
    const shadow = walkToShadow(walker, reach, visit);
    if (!shadow) open.pop();
    else if (open.length < DEEPEST) open.push(walkerOver(shadow, NodeFilter.SHOW_ELEMENT));
  }
}

/** Goes on through one tree as far as the next shadow root. A walker is twice as fast as a list of all elements. */
function walkToShadow(
  walker: TreeWalker,
  reach: ShadowAccess,
  visit: (element: Element, localName: string) => void,
): ShadowRoot | null {
  for (let element = walker.nextNode(); element; element = walker.nextNode()) {
    // Straight from the element where it can be, which is three times as fast; a form may have a child of that name.
    const { localName } = element as Element;
    const name = typeof localName === 'string' ? localName : localNameOf(element as Element);
    visit(element as Element, name);
    const shadow = shadowOf(element as Element, name, reach);
    if (shadow) return shadow;
  }
  return null;
}

/**
 * The root of an element that can hold one. To ask the browser for a closed root takes longer than all else that is
 * done with an element; of the ordinary elements only the likely ones are asked.
 */
function shadowOf(element: Element, name: string, { openShadow, askAll }: ShadowAccess): ShadowRoot | null {
  if (!SHADOW_HOSTS.has(name)) return name.includes('-') ? openShadow(element) : null;
  return askAll || isLikelyHost(element as HTMLElement) ? openShadow(element) : element.shadowRoot;
}

/**
 * Whether the element shows nothing of its own, and is wide enough for a field. Text nodes are not touched where it can
 * be helped: the browser would have to make an object for each.
 */
function isLikelyHost(element: HTMLElement): boolean {
  if (element.firstElementChild) return false;
  if (element.hasChildNodes() && element.textContent?.trim()) return false;
  return element.offsetWidth >= NARROWEST;
}

/** Whether there is a closed root on an ordinary element with content of its own, which only a thorough look sees. */
export function hasHiddenRoot(document: Document, { openShadow }: ShadowAccess): boolean {
  let left = MOST_ASKED;
  let hides = false;
  walkElements(document, { openShadow }, (element, name) => {
    if (hides || left === 0 || !SHADOW_HOSTS.has(name) || isLikelyHost(element as HTMLElement)) return;
    left--;
    hides = !element.shadowRoot && openShadow(element) !== null;
  });
  return hides;
}
